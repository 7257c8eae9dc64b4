using System;
using System.Linq;
using System.Text;
using ScyllaMigrations.Cql.Collections;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Planning;

/// <summary>Fingerprints of objects without ids and times: what a plan says of them before anything was drawn or sent.</summary>
internal static class PlanFingerprint
{
    /// <summary>The fingerprint; null when the object is absent.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="of">The object.</param>
    public static string? Of(ClusterSchema schema, SchemaObject of)
    {
        KeyspaceSchema? keyspace = of.Keyspace is null ? null : schema.FindKeyspace(of.Keyspace);
        string? text = of.Kind switch
        {
            SchemaObjectKind.Keyspace => schema.FindKeyspace(of.Name) is { } own ? Of(own) : null,
            SchemaObjectKind.Table => keyspace?.Tables.Find(of.Name) is { } table ? Of(table) : null,
            SchemaObjectKind.View => keyspace?.Views.Find(of.Name) is { } view ? $"{view.BaseTable} {view.IncludesAllColumns} {view.Where} {view.Columns} {Of(view.Options)}" : null,
            SchemaObjectKind.Type => keyspace?.Types.Find(of.Name)?.ToString(),
            SchemaObjectKind.Index => keyspace?.FindIndex(of.Name) is { } index ? $"{index.Targets} {index.ClassName} {Of(index.Options)}" : null,
            SchemaObjectKind.Function => keyspace?.Functions.Find(of.Name)?.ToString(),
            SchemaObjectKind.Aggregate => keyspace?.Aggregates.Find(of.Name)?.ToString(),
            SchemaObjectKind.Role => schema.Roles.Find(of.Name)?.ToString(),
            SchemaObjectKind.Grant => schema.Grants.Find(of.Name)?.ToString(),
            SchemaObjectKind.ServiceLevel => schema.ServiceLevels.Find(of.Name)?.ToString(),
            SchemaObjectKind.Identity => schema.Identities.Find(of.Name),
            _ => Trigger(keyspace, of.Name),
        };
        return text is null ? null : ScriptChecksum.Sha256(of + "\n" + text);
    }

    private static string Of(KeyspaceSchema keyspace) =>
        $"{keyspace.Replication.Class} {Of(keyspace.Replication.Options)} {keyspace.DurableWrites} {(keyspace.Tablets is null ? null : Of(keyspace.Tablets))} {keyspace.Consistency}";

    private static string Of(TableSchema table)
    {
        StringBuilder text = new();
        text.Append(table.Flags).Append(' ').Append(table.RowTimeToLiveColumn).Append('\n').Append(table.Columns).Append('\n').Append(Of(table.Options));
        foreach (DroppedColumn dropped in table.DroppedColumns.Select(entry => entry.Value).OrderBy(dropped => dropped.Name, StringComparer.Ordinal))
        {
            text.Append('\n').Append(dropped with { DroppedTimeMicros = null });
        }

        return text.ToString();
    }

    private static string Of(TableOptions options) =>
        string.Join(", ", options.Values.OrderBy(option => option.Key, StringComparer.Ordinal).Select(option => option.Key + "=" + (option.Value.Map is { } map ? Of(map) : option.Value.ToString())));

    private static string Of(PersistentMap<string, string> map) =>
        string.Join(", ", map.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Key + ": " + entry.Value));

    private static string? Trigger(KeyspaceSchema? keyspace, string name)
    {
        int dot = name.IndexOf('.');
        return dot < 0 ? null : keyspace?.Tables.Find(name.Substring(0, dot))?.Triggers.Find(name.Substring(dot + 1))?.ToString();
    }
}
