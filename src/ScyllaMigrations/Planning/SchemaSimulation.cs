using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Planning;

/// <summary>Runs scripts on a schema in memory, one after the other, and goes on after errors to find more.</summary>
internal sealed class SchemaSimulation(
    ClusterSchema schema, SchemaContext context, IReadOnlyDictionary<string, string> variables)
{
    private readonly string _keyspace = context.CurrentKeyspace!;
    private bool _unproven;

    /// <summary>The schema after what ran so far.</summary>
    public ClusterSchema Schema { get; private set; } = schema;

    /// <summary>All that was found so far.</summary>
    public List<Finding> Findings { get; } = [];

    /// <summary>True to take a CREATE of the keyspace as done when the keyspace exists as it says.</summary>
    public bool AcceptsExistingKeyspace { get; init; }

    /// <summary>Parses a script; what is wrong goes to <see cref="Findings"/>.</summary>
    public ParsedMigrationScript Parse(Migration migration, MigrationScript script)
    {
        ParsedMigrationScript parsed = ParsedMigrationScript.Parse(migration, script, variables, context.Dialect);
        Findings.AddRange(parsed.Findings);
        return parsed;
    }

    /// <summary>Runs a script's statements; those that are not to be sent are left out.</summary>
    public List<SimulatedStatement> Run(ParsedMigrationScript script)
    {
        List<SimulatedStatement> statements = [];
        foreach (ParsedStatement parsed in script.Statements)
        {
            if (Run(script, parsed) is { } statement)
            {
                statements.Add(statement);
            }
        }

        return statements;
    }

    /// <summary>Runs one statement; null when it is not for this context.Dialect, did not parse, or has nothing to do.</summary>
    public SimulatedStatement? Run(ParsedMigrationScript script, ParsedStatement parsed)
    {
        bool opaque = parsed.Opaque || parsed.FindAnnotation("opaque") is not null;
        if (parsed.Skipped || (parsed.Statement is null && !opaque))
        {
            return null;
        }

        if (StatementLimits.Check(parsed, _keyspace) is var (id, message, subject))
        {
            Findings.Add(script.FindingAt(parsed, subject, id, FindingSeverity.Error, message));
            return null;
        }

        if (parsed.Statement is UseStatement)
        {
            return null;
        }

        SimulatedStatement unchanged = new() { Script = script, Parsed = parsed, Before = Schema, Result = new SchemaResult(Schema) };
        if (opaque)
        {
            _unproven = true;
            return unchanged with { Opaque = true };
        }

        return parsed.Statement is DmlStatement or QueryStatement ? RunData(unchanged) : RunSchema(unchanged);
    }

    private SimulatedStatement RunData(SimulatedStatement statement)
    {
        foreach ((string id, string message, string? subject) in DataStatementRules.Check(statement.Statement!, Schema, _keyspace))
        {
            Findings.Add(statement.Finding(id, _unproven ? FindingSeverity.Warning : FindingSeverity.Error, message, subject));
        }

        return statement;
    }

    private SimulatedStatement RunSchema(SimulatedStatement statement)
    {
        SchemaResult result = SchemaEngine.Apply(Schema, statement.Statement!, context);
        if (result.Error is { } error)
        {
            if (AcceptsExistingKeyspace && statement.Statement is CreateKeyspaceStatement create && create.Name == _keyspace && IsAsItSays(create))
            {
                return statement with { AlreadyDone = true };
            }

            string code = error.Code.ToString("X4", CultureInfo.InvariantCulture);
            string unproven = _unproven ? " An opaque statement before it may have changed that; the server will tell." : string.Empty;
            Findings.Add(statement.Finding("CQL" + code, _unproven ? FindingSeverity.Warning : FindingSeverity.Error, Sentence(error.Message) + unproven, error.Subject) with { ServerCode = error.Code });
            return statement with { Opaque = _unproven };
        }

        foreach (string warning in result.Warnings)
        {
            Findings.Add(statement.Finding("ServerWarning", FindingSeverity.Warning, Sentence(warning)));
        }

        Schema = result.Schema;
        return statement with { Result = result };
    }

    // What the statement makes of an empty cluster is compared with what is there, contents apart.
    private bool IsAsItSays(CreateKeyspaceStatement create)
    {
        KeyspaceSchema? made = SchemaEngine.Apply(ClusterSchema.Empty, create, context).Schema.FindKeyspace(_keyspace);
        KeyspaceSchema live = Schema.FindKeyspace(_keyspace)!;
        return made is not null && made.Replication == live.Replication && made.DurableWrites == live.DurableWrites
            && (made.Tablets is null || live.Tablets is null || made.Tablets.All(entry => live.Tablets.Find(entry.Key) == entry.Value));
    }

    private static string Sentence(string message) => message.Length > 0 && message[message.Length - 1] is not ('.' or '!' or '?') ? message + "." : message;
}
