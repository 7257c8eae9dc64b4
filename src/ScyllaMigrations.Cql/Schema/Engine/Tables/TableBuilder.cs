using System;
using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>Builds a table from CREATE TABLE: types, keys, order, statics, counters, compact storage.</summary>
internal sealed class TableBuilder(StatementRun run, KeyspaceSchema keyspace, CreateTableStatement statement)
{
    private readonly Dictionary<string, CqlType> _types = new(StringComparer.Ordinal);
    private readonly PrimaryKeyDefinition _key = statement.PrimaryKeys[0];

    private HashSet<string> Statics { get; } =
        new(statement.Columns.Where(c => c.Static).Select(c => c.Name), StringComparer.Ordinal);

    public TableSchema Build(TableOptions options)
    {
        foreach (ColumnDefinition column in statement.Columns.OrderBy(c => c.Name, StringComparer.Ordinal))
        {
            _types[column.Name] = TypeRules.Resolve(column.Type, keyspace, run);
        }

        foreach (CqlType type in _types.Values)
        {
            CheckNestedUserType(type, keyspace);
        }

        CheckKey();
        CheckOrder();
        List<ColumnSchema> columns = KeyColumns();
        List<ColumnSchema> rest = OtherColumns();
        bool counter = statement.Columns.Any(c => TypeRules.IsCounter(c.Type));
        if (statement.CompactStorage)
        {
            CheckCompactAllowed();
            CompactStorage.Check(rest, Statics.Count > 0, _key.ClusteringKey.Count > 0);
        }
        else if (_key.ClusteringKey.Count == 0 && Statics.Count > 0)
        {
            throw Refusal.Invalid(
                "Static columns are only useful (and thus allowed) if the table has at least one clustering column", Statics.First());
        }

        CheckCounters(rest, counter, options);
        TableFlags flags = TableFlags.Compound;
        if (statement.CompactStorage)
        {
            (flags, rest) = CompactStorage.Complete(columns, rest);
        }

        string? rowTtl = RowTimeToLive.Find(statement, _types);
        return new TableSchema
        {
            Keyspace = keyspace.Name,
            Name = statement.Table.Name,
            Columns = TableSchema.Ordered(columns.Concat(rest)),
            Options = options,
            Flags = counter ? flags | TableFlags.Counter : flags,
            RowTimeToLiveColumn = rowTtl,
        };
    }

    /// <summary>An unfrozen user type holds one cell per field, so its fields cannot be collections of cells.</summary>
    internal static void CheckNestedUserType(CqlType type, KeyspaceSchema keyspace, string where = "")
    {
        if (type is UserType { Frozen: false } user && keyspace.Types[user.Name].Fields.Any(f => !f.Type.IsFrozen))
        {
            throw Refusal.Invalid("Non-frozen UDTs with nested non-frozen collections are not supported" + where, user.Name);
        }
    }

    private void CheckKey()
    {
        string table = statement.Table.Name;
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (string column in _key.PartitionKey.Concat(_key.ClusteringKey))
        {
            if (!_types.TryGetValue(column, out CqlType? type))
            {
                throw Refusal.Invalid(
                    run.IsScylla
                        ? $"Unknown definition {column} referenced in PRIMARY KEY"
                        : $"Unknown column '{column}' referenced in PRIMARY KEY for table '{table}'",
                    column);
            }

            if (!seen.Add(column))
            {
                throw Refusal.Invalid(
                    run.IsScylla
                        ? $"Key definition {column} specified multiple times in PRIMARY KEY"
                        : $"Duplicate column '{column}' in PRIMARY KEY clause for table '{table}'",
                    column);
            }

            CheckKeyColumn(column, type);
        }
    }

    private void CheckKeyColumn(string column, CqlType type)
    {
        string place = run.IsScylla ? $"PRIMARY KEY component {column}" : $"PRIMARY KEY column '{column}'";
        if (!type.IsFrozen)
        {
            string shown = type is UserType user ? $"\"{keyspace.Name}.{user.Name}\"" : type.CqlName;
            string kind = type is UserType ? "user-defined" : "collection";
            throw Refusal.Invalid(
                run.IsScylla
                    ? $"Invalid non-frozen {(type is UserType ? "user" : "collection")} type for {place}"
                    : $"Invalid non-frozen {kind} type {shown} for {place}",
                column);
        }

        if (TypeRules.IsCounter(type))
        {
            throw Refusal.Invalid(
                run.IsScylla ? $"counter type is not supported for PRIMARY KEY part {column}" : $"counter type is not supported for {place}", column);
        }

        if (TypeRules.HasDuration(type, keyspace))
        {
            throw Refusal.Invalid(
                run.IsScylla ? $"duration type is not supported for PRIMARY KEY part {column}" : $"duration type is not supported for {place}",
                column);
        }

        if (Statics.Contains(column))
        {
            throw Refusal.Invalid(
                run.IsScylla
                    ? $"Static column {column} cannot be part of the PRIMARY KEY"
                    : $"Static column '{column}' cannot be part of the PRIMARY KEY",
                column);
        }
    }

    private void CheckOrder() => ClusteringOrderRules.Check(statement.ClusteringOrder, _key.ClusteringKey, run);

    private List<ColumnSchema> KeyColumns()
    {
        List<ColumnSchema> columns = [];
        foreach (string name in _key.PartitionKey)
        {
            columns.Add(new ColumnSchema(name, _types[name], ColumnKind.PartitionKey, columns.Count, Mask: MaskOf(name)));
        }

        for (int i = 0; i < _key.ClusteringKey.Count; i++)
        {
            string name = _key.ClusteringKey[i];
            bool descending = statement.ClusteringOrder.Any(o => o.Column == name && o.Descending);
            columns.Add(new ColumnSchema(name, _types[name], ColumnKind.Clustering, i, descending, MaskOf(name)));
        }

        return columns;
    }

    private List<ColumnSchema> OtherColumns()
    {
        HashSet<string> key = new(_key.PartitionKey.Concat(_key.ClusteringKey), StringComparer.Ordinal);
        return
        [
            .. statement.Columns.Where(c => !key.Contains(c.Name)).Select(c => new ColumnSchema(
                c.Name, _types[c.Name], c.Static ? ColumnKind.Static : ColumnKind.Regular, Mask: MaskOf(c.Name))),
        ];
    }

    private ColumnMask? MaskOf(string name)
    {
        ColumnMask? mask = statement.Columns.First(c => c.Name == name).Mask;
        return mask is null ? null : MaskRules.Check(mask, run);
    }

    private void CheckCounters(List<ColumnSchema> rest, bool counter, TableOptions options)
    {
        ColumnSchema? stray = rest.Find(c => TypeRules.IsCounter(c.Type) != counter);
        if (stray is not null && counter)
        {
            throw run.IsScylla
                ? Refusal.Config($"Cannot add a counter column ({rest.First(c => TypeRules.IsCounter(c.Type)).Name}) in a non counter column family", stray.Name)
                : Refusal.Invalid("Cannot mix counter and non counter columns in the same table", stray.Name);
        }

        if (stray is not null)
        {
            throw Refusal.Config(
                $"{keyspace.Name}.{statement.Table.Name}: Cannot have a counter column (\"{stray.Name}\") in a non counter table", stray.Name);
        }

        if (counter && options.DefaultTimeToLive > 0)
        {
            throw Refusal.Invalid("Cannot set default_time_to_live on a table with counters", "default_time_to_live");
        }
    }

    private void CheckCompactAllowed()
    {
        if (!run.Features.CompactTables)
        {
            throw Refusal.Invalid(
                run.IsScylla
                    ? "Support for the deprecated feature of 'CREATE TABLE WITH COMPACT STORAGE' is disabled and will eventually be removed in a future "
                        + "version.  To enable, set the 'enable_create_table_with_compact_storage' config option to 'true'."
                    : "Creation of new COMPACT STORAGE tables is not allowed",
                statement.Table.Name);
        }
    }
}
