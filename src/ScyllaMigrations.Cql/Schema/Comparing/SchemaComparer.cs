using System;
using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>Finds what differs between a schema and what it should be, and the statements that lead from one to the other.</summary>
/// <remarks>
/// Blind to what only looks different: spelling of classes, defaults written down or not, numbers as texts, drop times. Every way it names
/// for a column or option was tried on <see cref="SchemaEngine"/> first: one that the server would refuse is not offered.
/// </remarks>
public static class SchemaComparer
{
    /// <summary>Differences of all keyspaces, and of roles unless these are left out.</summary>
    /// <param name="from">What is.</param>
    /// <param name="to">What should be.</param>
    /// <param name="options">What counts.</param>
    /// <returns>Differences in an order in which their statements can run.</returns>
    public static ValueList<SchemaDifference> Compare(ClusterSchema from, ClusterSchema to, SchemaCompareOptions options)
    {
        IEnumerable<string> names = from.Keyspaces.Keys.Union(to.Keyspaces.Keys).OrderBy(n => n, StringComparer.Ordinal);
        IEnumerable<SchemaDifference> differences = names.SelectMany(n => Compare(from.FindKeyspace(n), to.FindKeyspace(n), options));
        return ValueList.From(options.CompareRoles ? differences.Concat(RoleComparison.Compare(from, to)) : differences);
    }

    /// <summary>Differences of one keyspace and all that is in it.</summary>
    /// <param name="from">What is; null when there is no such keyspace.</param>
    /// <param name="to">What should be; null when there should be none.</param>
    /// <param name="options">What counts.</param>
    /// <returns>Differences in an order in which their statements can run.</returns>
    public static ValueList<SchemaDifference> Compare(KeyspaceSchema? from, KeyspaceSchema? to, SchemaCompareOptions options)
    {
        if (from is null || to is null)
        {
            return to is not null ? MissingKeyspace(to, options) : from is not null ? UnexpectedKeyspace(from) : ValueList<SchemaDifference>.Empty;
        }

        return ValueList.From(new KeyspaceComparison(from, to, options).Run());
    }

    private static ValueList<SchemaDifference> MissingKeyspace(KeyspaceSchema keyspace, SchemaCompareOptions options)
    {
        KeyspaceSchema empty = new()
        {
            Name = keyspace.Name,
            Replication = keyspace.Replication,
            DurableWrites = keyspace.DurableWrites,
            Tablets = keyspace.Tablets,
            Storage = keyspace.Storage,
            Consistency = keyspace.Consistency,
        };
        SchemaDifference itself = new(DifferenceKind.Missing, Reference(keyspace), "missing")
        {
            Statements = ValueList.Of<CqlStatement>(ObjectStatements.Keyspace(keyspace)),
        };
        return ValueList.From(new[] { itself }.Concat(new KeyspaceComparison(empty, keyspace, options).Run()));
    }

    private static ValueList<SchemaDifference> UnexpectedKeyspace(KeyspaceSchema keyspace) => ValueList.Of(
        new SchemaDifference(DifferenceKind.Unexpected, Reference(keyspace), $"not expected, with {keyspace.Tables.Count} tables")
        {
            Statements = ValueList.Of<CqlStatement>(new DropKeyspaceStatement(keyspace.Name, IfExists: false)),
            LosesData = keyspace.Tables.Count > 0,
            Reason = keyspace.Tables.Count > 0 ? "DROP KEYSPACE drops its tables with all their rows" : null,
        });

    private static SchemaObject Reference(KeyspaceSchema keyspace) => new(SchemaObjectKind.Keyspace, keyspace.Name, keyspace.Name);
}
