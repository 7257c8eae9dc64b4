using System;
using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Planning;

/// <summary>The schema that the applied migrations predict, found by running their scripts again in memory in the order of history.</summary>
public sealed record SchemaPrediction
{
    /// <summary>The whole predicted schema; null when it cannot be known.</summary>
    public ClusterSchema? Schema { get; private init; }

    /// <summary>The predicted keyspace; null when it cannot be known, or nothing was applied.</summary>
    public KeyspaceSchema? Keyspace { get; private init; }

    /// <summary>Why nothing can be predicted, one sentence; null when it can.</summary>
    public string? Reason { get; private init; }

    /// <summary>Faults of applied scripts on the way, such as a file that was edited so that it no longer fits.</summary>
    public IReadOnlyList<Finding> Findings { get; private init; } = [];

    /// <summary>The prediction for what is applied.</summary>
    /// <param name="input">
    /// What it is made from. Of the live schema only the keyspace's own definition is used, and only when no migration creates it: replication is
    /// then nobody's prediction.
    /// </param>
    public static SchemaPrediction Of(PlanInput input)
    {
        if (input.History.Applied.FirstOrDefault(entry => entry.Kind == MigrationKind.Baseline) is { } baseline)
        {
            return new SchemaPrediction { Reason = $"Version {baseline.Version} is a baseline: what it stands for was made by others and is not in the catalog." };
        }

        if (input.History.Entries.FirstOrDefault(entry => Script(input.Catalog, entry) is null) is { } lost)
        {
            string script = lost.Action == HistoryAction.Undone ? "down script" : "script";
            return new SchemaPrediction { Reason = $"The {script} of version {lost.Version} is not in the catalog." };
        }

        (Migration Migration, MigrationScript Script)[] chain =
            [.. input.History.Entries.Select(entry => (input.Catalog.Find(entry.Version)!, Script(input.Catalog, entry)!))];
        SchemaSimulation simulation = new(
            StartOf(input, chain), input.Context, ScriptVariables.Of(input.Variables, input.Keyspace, input.Replication));
        bool opaque = false;
        foreach ((Migration migration, MigrationScript script) in chain)
        {
            opaque |= simulation.Run(simulation.Parse(migration, script)).Any(statement => statement.Opaque);
        }

        return opaque
            ? new SchemaPrediction { Findings = simulation.Findings, Reason = "An applied migration holds an opaque statement, whose effect nobody can predict." }
            : new SchemaPrediction { Schema = simulation.Schema, Keyspace = simulation.Schema.FindKeyspace(input.Keyspace), Findings = simulation.Findings };
    }

    private static MigrationScript? Script(MigrationCatalog catalog, HistoryEntry entry) =>
        catalog.Find(entry.Version) is { } migration ? (entry.Action == HistoryAction.Undone ? migration.Down : migration.Up) : null;

    private static ClusterSchema StartOf(PlanInput input, (Migration Migration, MigrationScript Script)[] chain)
    {
        Dictionary<string, string> variables = ScriptVariables.Of(input.Variables, input.Keyspace, input.Replication);
        bool created = chain.Any(item => KeyspaceRule.MayCreateKeyspace(item.Script.Source.Text) && ParsedMigrationScript.Parse(item.Migration, item.Script, variables, input.Dialect).Statements
            .Any(parsed => parsed.Statement is Cql.Syntax.CreateKeyspaceStatement create && string.Equals(create.Name, input.Keyspace, StringComparison.Ordinal)));
        return created || chain.Length == 0 || input.Schema.FindKeyspace(input.Keyspace) is not { } live
            ? ClusterSchema.Empty
            : ClusterSchema.Empty.With(new KeyspaceSchema
            {
                Name = live.Name,
                Replication = live.Replication,
                DurableWrites = live.DurableWrites,
                Tablets = live.Tablets,
                Storage = live.Storage,
                Consistency = live.Consistency,
            });
    }
}
