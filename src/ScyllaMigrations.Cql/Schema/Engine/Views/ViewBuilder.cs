using System;
using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>Builds a view from its table and statement: what it may select, what its key must hold, what its condition may say.</summary>
internal sealed class ViewBuilder(StatementRun run, TableSchema table, CreateMaterializedViewStatement statement)
{
    private readonly string _name = statement.View.Name;

    public static void CheckBase(StatementRun run, KeyspaceSchema keyspace, TableSchema table, string view)
    {
        if (table.IsCounter)
        {
            throw Refusal.Invalid("Materialized views are not supported on counter tables", table.Name);
        }

        if (table.Options.GcGraceSeconds == 0)
        {
            throw Refusal.Invalid(
                $"Cannot create materialized view '{view}' for base table '{table.Name}' with gc_grace_seconds of 0, since this value is used to TTL "
                + "undelivered updates. Setting gc_grace_seconds too low might cause undelivered updates to expire before being replayed.",
                "gc_grace_seconds");
        }

        if (run.IsScylla && KeyspaceProperties.UsesTablets(keyspace) && !run.Dialect.Is(ServerProduct.Scylla, 2025, 4))
        {
            throw Refusal.Invalid("Materialized views and secondary indexes are not supported on base tables with tablets.", table.Name);
        }
    }

    public ViewSchema Build(TableOptions options)
    {
        HashSet<string> selected = Selected();
        List<ColumnSchema> key = Key(selected);
        CheckOrder();
        CheckKey(key);
        CheckWhere(key);
        HashSet<string> keyNames = new(key.Select(c => c.Name), StringComparer.Ordinal);
        IEnumerable<ColumnSchema> rest = table.Columns
            .Where(c => selected.Contains(c.Name) && !keyNames.Contains(c.Name))
            .Select(c => new ColumnSchema(c.Name, c.Type, ColumnKind.Regular, Mask: c.Mask));
        return new ViewSchema
        {
            Keyspace = table.Keyspace,
            Name = _name,
            BaseTable = table.Name,
            IncludesAllColumns = statement.Selectors.Count == 0,
            Where = statement.Where,
            Columns = TableSchema.Ordered(key.Concat(rest)),
            Options = options,
        };
    }

    private HashSet<string> Selected()
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (Selector selector in statement.Selectors)
        {
            if (selector.Alias is not null)
            {
                throw Refusal.Invalid($"Cannot use aliases when defining a materialized view (got {selector.Alias})", selector.Alias);
            }

            if (selector.Expression is not ColumnTerm column)
            {
                throw Refusal.Invalid(
                    $"Can only select columns by name when defining a materialized view (got {CqlWriter.Write(selector.Expression)})");
            }

            names.Add(Require(column.Name).Name);
        }

        if (statement.Selectors.Count == 0)
        {
            names.UnionWith(table.Columns.Select(c => c.Name));
        }

        ColumnSchema? still = table.Columns.FirstOrDefault(c => c.Kind == ColumnKind.Static && names.Contains(c.Name));
        return still is null
            ? names
            : throw Refusal.Invalid(
                run.IsScylla
                    ? $"Unable to include static column '{still.Name}' which would be included by Materialized View SELECT * statement"
                    : $"Cannot include static column '{still.Name}' in materialized view '{_name}'",
                still.Name);
    }

    private ColumnSchema Require(string column) => table.FindColumn(column) ?? throw Refusal.Invalid(
        run.IsScylla
            ? $"Unknown column name detected in CREATE MATERIALIZED VIEW statement : {column}"
            : $"Undefined column name {CqlIdentifier.Quote(column)} in table {table.Keyspace}.{table.Name}",
        column);

    private List<ColumnSchema> Key(HashSet<string> selected)
    {
        List<ColumnSchema> key = [];
        int clustering = 0;
        HashSet<string> partition = new(statement.PrimaryKey.PartitionKey, StringComparer.Ordinal);
        foreach (string name in statement.PrimaryKey.PartitionKey.Concat(statement.PrimaryKey.ClusteringKey))
        {
            if (table.FindColumn(name) is not { } column || (!selected.Contains(name) && !run.IsScylla))
            {
                throw Refusal.Invalid(
                    run.IsScylla
                        ? $"Unknown column name detected in CREATE MATERIALIZED VIEW statement : {name}"
                        : $"Unknown column '{name}' referenced in PRIMARY KEY for materialized view '{_name}'",
                    name);
            }

            if (key.Exists(c => c.Name == name))
            {
                throw Refusal.Invalid(
                    run.IsScylla
                        ? $"Duplicate entry found in PRIMARY KEY: {name}"
                        : $"Duplicate column '{name}' in PRIMARY KEY clause for materialized view '{_name}'",
                    name);
            }

            CheckKeyType(column);
            bool inPartition = partition.Contains(name);
            bool descending = statement.ClusteringOrder.FirstOrDefault(o => o.Column == name) is { } order
                ? order.Descending
                : !inPartition && column is { Kind: ColumnKind.Clustering, Descending: true } && run.IsScylla && statement.ClusteringOrder.Count > 0;
            key.Add(new ColumnSchema(
                name, column.Type, inPartition ? ColumnKind.PartitionKey : ColumnKind.Clustering, inPartition ? key.Count : clustering++,
                descending, column.Mask));
        }

        return key;
    }

    private void CheckKeyType(ColumnSchema column)
    {
        string name = column.Name;
        if (column.Kind == ColumnKind.Static)
        {
            throw Refusal.Invalid(
                run.IsScylla ? $"Cannot use Static column '{name}' in PRIMARY KEY of materialized view" : $"Static column '{name}' cannot be part of the PRIMARY KEY",
                name);
        }

        if (!column.Type.IsFrozen)
        {
            string kind = column.Type is UserType ? "user-defined" : "collection";
            throw Refusal.Invalid(
                run.IsScylla
                    ? $"Cannot use MultiCell column '{name}' in PRIMARY KEY of materialized view"
                    : $"Invalid non-frozen {kind} type '{column.Type.CqlName}' for PRIMARY KEY column '{name}'",
                name);
        }

        if (TypeRules.HasDuration(column.Type, run.Schema.Keyspaces[table.Keyspace]))
        {
            throw Refusal.Invalid(
                run.IsScylla
                    ? $"Cannot use Duration column '{name}' in PRIMARY KEY of materialized view"
                    : $"duration type is not supported for PRIMARY KEY column '{name}'",
                name);
        }
    }

    private void CheckOrder()
    {
        ValueList<string> given = ValueList.From(statement.ClusteringOrder.Select(o => o.Column));
        if (given.Count == 0)
        {
            return;
        }

        bool right = run.IsScylla ? given.All(c => statement.PrimaryKey.ClusteringKey.Any(k => k == c)) : given == statement.PrimaryKey.ClusteringKey;
        if (!right)
        {
            throw Refusal.Invalid("Clustering key columns must exactly match columns in CLUSTERING ORDER BY directive", given[0]);
        }
    }

    private void CheckKey(List<ColumnSchema> key)
    {
        List<string> missing = [.. table.Columns.Where(c => c.IsKey && !key.Exists(k => k.Name == c.Name)).Select(c => c.Name)];
        if (missing.Count > 0)
        {
            throw Refusal.Invalid(
                run.IsScylla
                    ? $"Cannot create Materialized View {_name} without primary key columns from base {table.Name} ({string.Join(", ", missing)})"
                    : $"Cannot create materialized view '{_name}' without primary key columns {string.Join(", ", missing)} from base table '{table.Name}'",
                missing[0]);
        }

        List<string> others = [.. key.Where(k => table.FindColumn(k.Name)!.Kind == ColumnKind.Regular).Select(k => k.Name)];
        if (others.Count > 1)
        {
            throw Refusal.Invalid(
                run.IsScylla
                    ? $"Cannot include more than one non-primary key column '{others[1]}' in materialized view primary key"
                    : $"Cannot include more than one non-primary key column in materialized view primary key (got {string.Join(", ", others)})",
                others[1]);
        }
    }

    private void CheckWhere(List<ColumnSchema> key)
    {
        HashSet<string> restricted = new(StringComparer.Ordinal);
        List<string> illegal = [];
        foreach (Relation relation in statement.Where)
        {
            if (relation is TokenRelation)
            {
                throw Refusal.Invalid("Cannot use token relation when defining a materialized view", "token");
            }

            IEnumerable<string> columns = ViewConditions.Columns(relation);
            foreach (string name in columns)
            {
                ColumnSchema column = Require(name);
                restricted.Add(name);
                if (relation is not IsNotNullRelation && !column.IsKey)
                {
                    illegal.Add(name);
                }
            }

            if (relation is ColumnRelation { Operator: not RelationOperator.In } given && table.FindColumn(given.Column) is { } compared)
            {
                ConstantRules.Check(given.Value, compared.Type, compared.Name);
            }

            if (ViewConditions.HasBindMarker(relation))
            {
                throw Refusal.Invalid("Bind variables are not allowed in CREATE MATERIALIZED VIEW statements", "?");
            }
        }

        List<string> open = [.. key.Where(k => !restricted.Contains(k.Name)).Select(k => k.Name)];
        if (open.Count > 0)
        {
            throw Refusal.Invalid(
                run.IsScylla
                    ? $"Primary key column '{open[0]}' is required to be filtered by 'IS NOT NULL'"
                    : $"Primary key columns {string.Join(", ", open)} must be restricted with 'IS NOT NULL' or otherwise",
                open[0]);
        }

        if (illegal.Count > 0)
        {
            throw Refusal.Invalid(
                run.IsScylla
                    ? $"Non-primary key columns cannot be restricted in the SELECT statement used for materialized view {_name} creation "
                        + $"(got restrictions on: {string.Join(", ", illegal)})"
                    : $"Non-primary key columns can only be restricted with 'IS NOT NULL' (got: {string.Join(", ", illegal)} restricted illegally)",
                illegal[0]);
        }
    }
}
