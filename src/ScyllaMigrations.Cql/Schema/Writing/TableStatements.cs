using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>The statements that make a table, its dropped columns included.</summary>
internal sealed class TableStatements(ObjectStatements objects, SchemaWriterOptions options)
{
    /// <summary>CREATE TABLE, then DROP and ADD of columns that were dropped, and RENAME of key columns that took such a name.</summary>
    public IEnumerable<CqlStatement> Of(TableSchema table)
    {
        QualifiedName name = objects.Name(table.Keyspace, table.Name);
        List<DroppedColumn> dropped = options.IncludeDroppedColumns ? [.. table.DroppedColumns.Values] : [];
        List<Rename> renames = [.. dropped
            .Where(d => table.FindColumn(d.Name)?.IsKey == true)
            .Select(d => new Rename(FreeName(table, d.Name), d.Name))];
        yield return Create(table, name, dropped, renames);
        foreach (DroppedColumn column in dropped)
        {
            yield return new AlterTableStatement(name, IfExists: false, new DropColumns(ValueList.Of(column.Name), Timestamp: Time(column)));
        }

        foreach (DroppedColumn column in dropped)
        {
            if (table.FindColumn(column.Name) is { IsKey: false } again)
            {
                yield return new AlterTableStatement(name, IfExists: false, new AddColumns(ValueList.Of(Definition(again))));
            }
        }

        if (renames.Count > 0)
        {
            yield return new AlterTableStatement(name, IfExists: false, new RenameColumns(ValueList.From(renames)));
        }

        // Set at the end: until here the column may not have been there.
        if (table.RowTimeToLiveColumn is { } ttl && dropped.Exists(d => d.Name == ttl))
        {
            yield return new AlterTableStatement(name, IfExists: false, new SetRowTimeToLive(ttl));
        }
    }

    public static ColumnDefinition Definition(ColumnSchema column) =>
        new(column.Name, column.Type, column.Kind == ColumnKind.Static, column.Mask);

    private CreateTableStatement Create(TableSchema table, QualifiedName name, List<DroppedColumn> dropped, List<Rename> renames)
    {
        Dictionary<string, string> temporary = renames.ToDictionary(r => r.To, r => r.From, StringComparer.Ordinal);
        string Shown(string column) => temporary.TryGetValue(column, out string? other) ? other : column;
        IEnumerable<ColumnSchema> keys = table.Columns.Where(c => c.IsKey && !IsHidden(table, c)).Select(c => c with { Name = Shown(c.Name) });
        Dictionary<string, DroppedColumn> gone = dropped.ToDictionary(d => d.Name, StringComparer.Ordinal);
        bool compactStatic = table.IsCompact && !table.Flags.HasFlag(TableFlags.Dense);
        IEnumerable<ColumnDefinition> kept = table.Columns
            .Where(c => !c.IsKey && !gone.ContainsKey(c.Name) && !IsHidden(table, c))
            .Select(c => Definition(c) with { Static = c.Kind == ColumnKind.Static && !compactStatic, TimeToLive = c.Name == table.RowTimeToLiveColumn });
        IEnumerable<ColumnDefinition> lost = dropped
            .Select(d => new ColumnDefinition(d.Name, d.Type, d.Kind == ColumnKind.Static && !compactStatic));
        ValueList<ColumnSchema> key = ValueList.From(keys);
        return new CreateTableStatement(
            name,
            IfNotExists: false,
            ValueList.From(key.Select(Definition).Concat(kept.Concat(lost).OrderBy(c => c.Name, StringComparer.Ordinal))),
            ValueList.Of(ObjectStatements.Key(key)),
            objects.Options(table.Options, table.Id),
            ObjectStatements.Order(key),
            table.IsCompact);
    }

    /// <summary>Whether the server added the column by itself, for COMPACT STORAGE.</summary>
    private static bool IsHidden(TableSchema table, ColumnSchema column)
    {
        if (!table.IsCompact)
        {
            return false;
        }

        return table.Flags.HasFlag(TableFlags.Dense)
            ? column.Type is CustomType { ClassName: CompactStorage.EmptyTypeName }
            : column.Kind is ColumnKind.Clustering or ColumnKind.Regular;
    }

    private ConstantTerm? Time(DroppedColumn column) => options.IncludeIds && column.DroppedTimeMicros is { } micros
        ? new ConstantTerm(ConstantKind.Integer, micros.ToString(CultureInfo.InvariantCulture))
        : null;

    private static string FreeName(TableSchema table, string name)
    {
        string free = name + "_";
        while (table.FindColumn(free) is not null || table.DroppedColumns.ContainsKey(free))
        {
            free += "_";
        }

        return free;
    }
}
