using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>Writes a schema as CQL: the same schema gives the same bytes, and applying the text to nothing gives the schema.</summary>
public static class SchemaWriter
{
    /// <summary>A keyspace's CQL: keyspace, types by dependency, tables, indexes, views, functions, aggregates, triggers.</summary>
    /// <param name="keyspace">The keyspace.</param>
    /// <param name="options">What to write; null for <see cref="SchemaWriterOptions.Default"/>.</param>
    /// <returns>Statements, each ended by `;` and a line feed.</returns>
    public static string Write(KeyspaceSchema keyspace, SchemaWriterOptions? options = null) => Text(Statements(keyspace, options));

    /// <summary>All keyspaces in order of name, then roles, what they are members of, permissions and service levels.</summary>
    /// <param name="schema">The cluster.</param>
    /// <param name="options">What to write; null for <see cref="SchemaWriterOptions.Default"/>.</param>
    public static string Write(ClusterSchema schema, SchemaWriterOptions? options = null) => Text(Statements(schema, options));

    /// <summary>The statements of <see cref="Write(ClusterSchema, SchemaWriterOptions?)"/>.</summary>
    /// <param name="schema">The cluster.</param>
    /// <param name="options">What to write.</param>
    public static IEnumerable<CqlStatement> Statements(ClusterSchema schema, SchemaWriterOptions? options = null) => schema.Keyspaces.Values
        .SelectMany(k => Statements(k, options))
        .Concat(RoleStatements.Of(schema));

    /// <summary>The statements of <see cref="Write(KeyspaceSchema, SchemaWriterOptions?)"/>.</summary>
    /// <param name="keyspace">The keyspace.</param>
    /// <param name="options">What to write.</param>
    public static IEnumerable<CqlStatement> Statements(KeyspaceSchema keyspace, SchemaWriterOptions? options = null)
    {
        SchemaWriterOptions chosen = options ?? SchemaWriterOptions.Default;
        ObjectStatements objects = new(chosen);
        TableStatements tables = new(objects, chosen);
        bool Shown(SchemaObject reference) => chosen.Exclude?.Invoke(reference) != true;
        List<TableSchema> shown = [.. keyspace.Tables.Values.Where(t => Shown(t.Reference))];
        IEnumerable<CqlStatement> statements = chosen.IncludeKeyspace ? [ObjectStatements.Keyspace(keyspace)] : [];
        return statements
            .Concat(ByDependency(keyspace).Where(t => Shown(t.Reference)).Select(objects.Type))
            .Concat(shown.SelectMany(tables.Of))
            .Concat(shown.SelectMany(t => t.Indexes.Values.Select(i => objects.Index(i, t))))
            .Concat(keyspace.Views.Values.Where(v => Shown(v.Reference)).Select(objects.View))
            .Concat(keyspace.Functions.Values.Where(f => Shown(f.Reference)).Select(objects.Function))
            .Concat(keyspace.Aggregates.Values.Where(a => Shown(a.Reference)).Select(objects.Aggregate))
            .Concat(shown.SelectMany(t => t.Triggers.Values.Select(r => objects.Trigger(r, t))));
    }

    /// <summary>User types so that each comes after those it uses, otherwise by name.</summary>
    /// <param name="keyspace">The keyspace.</param>
    internal static IEnumerable<UserTypeSchema> ByDependency(KeyspaceSchema keyspace)
    {
        List<UserTypeSchema> ordered = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        void Visit(UserTypeSchema type)
        {
            if (!seen.Add(type.Name))
            {
                return;
            }

            foreach (string used in type.Fields.SelectMany(f => TypeRules.UserTypes(f.Type)))
            {
                if (keyspace.Types.Find(used) is { } inner)
                {
                    Visit(inner);
                }
            }

            ordered.Add(type);
        }

        foreach (UserTypeSchema type in keyspace.Types.Values)
        {
            Visit(type);
        }

        return ordered;
    }

    private static string Text(IEnumerable<CqlStatement> statements)
    {
        StringBuilder text = new();
        foreach (CqlStatement statement in statements)
        {
            text.Append(CqlWriter.Write(statement)).Append(";\n");
        }

        return text.ToString();
    }
}
