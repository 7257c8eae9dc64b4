using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>What a storage-attached index takes (Cassandra 5.0.6 tried).</summary>
internal static class SaiRules
{
    private const string Similarity = "similarity_function";

    private static readonly string[] Supported =
    [
        "ascii", "bigint", "boolean", "date", "decimal", "double", "float", "inet", "int", "smallint", "text", "time", "timestamp",
        "timeuuid", "tinyint", "uuid", "varint",
    ];

    private static readonly string[] Analysis = ["case_sensitive", "normalize", "ascii"];

    public static void Check(StatementRun run, TableSchema table, IndexSchema index)
    {
        if (index.ClassName != IndexClasses.Sai)
        {
            return;
        }

        if (index.Targets.Count != 1)
        {
            throw Refusal.Invalid(
                $"A storage-attached index cannot be created over multiple columns: {string.Join(", ", index.Targets.Select(t => t.Column))}",
                index.Targets.Count > 1 ? index.Targets[1].Column : null);
        }

        IndexTarget target = index.Targets[0];
        ColumnSchema column = table.FindColumn(target.Column)!;
        bool taken = table.Indexes.Values.Any(i => i.ClassName == IndexClasses.Sai && i.Targets[0].Column == target.Column && Overlaps(i, target, column));
        if (taken)
        {
            throw Refusal.Invalid($"Cannot create more than one storage-attached index on the same column: {target.Column}", target.Column);
        }

        List<string> unknown = [.. index.Options.Keys.Where(o => !Analysis.Contains(o) && o != Similarity)];
        if (unknown.Count > 0)
        {
            throw Refusal.Config($"Properties specified [{string.Join(", ", unknown)}] are not understood by StorageAttachedIndex", unknown[0]);
        }

        CheckAnalysis(index, column, target);
        CheckType(run, index, column, target);
    }

    // A map may have one index of each kind; any other column just one.
    private static bool Overlaps(IndexSchema index, IndexTarget target, ColumnSchema column) =>
        column.Type is not MapType { Frozen: false } || index.Targets[0].Kind == target.Kind;

    private static void CheckAnalysis(IndexSchema index, ColumnSchema column, IndexTarget target)
    {
        List<string> analysis = [.. index.Options.Keys.Where(o => Analysis.Contains(o))];
        if (analysis.Count == 0)
        {
            return;
        }

        if (column.IsKey)
        {
            string shown = string.Join(", ", analysis.Select(o => $"'{o}': '{index.Options[o]}'"));
            throw Refusal.Invalid($"Analysis options are not supported on primary key columns, but found {{{shown}}}", analysis[0]);
        }

        CqlType indexed = Indexed(column.Type, target.Kind);
        if (indexed.CqlName is not ("text" or "ascii"))
        {
            throw Refusal.Invalid($"CQL type {indexed.CqlName} cannot be analyzed.", column.Name);
        }

        foreach (string option in analysis)
        {
            if (index.Options[option].ToLowerInvariant() is not ("true" or "false"))
            {
                throw Refusal.Invalid($"Illegal value for boolean option '{option}': {index.Options[option]}", option);
            }
        }
    }

    private static void CheckType(StatementRun run, IndexSchema index, ColumnSchema column, IndexTarget target)
    {
        string? similarity = index.Options.Find(Similarity);
        if (column.Type is VectorType vector)
        {
            CheckVector(run, vector, similarity);
            return;
        }

        if (similarity is not null)
        {
            throw Refusal.Invalid($"CQL type {column.Type.CqlName} cannot have vector options", Similarity);
        }

        if (target.Kind == IndexTargetKind.Full || column.Type is UserType { Frozen: true } or TupleType)
        {
            return;
        }

        foreach (CqlType part in Parts(column.Type, target.Kind))
        {
            if (part is NativeType && !Supported.Contains(part.CqlName))
            {
                throw Refusal.Invalid($"Unsupported type: {part.CqlName}", column.Name);
            }
        }
    }

    private static void CheckVector(StatementRun run, VectorType vector, string? similarity)
    {
        if (vector.Element.CqlName != "float")
        {
            throw Refusal.Invalid("SAI ANN indexes are only allowed on vector columns with float elements", vector.CqlName);
        }

        string function = (similarity ?? "cosine").ToLower(CultureInfo.InvariantCulture);
        if (function is not ("cosine" or "dot_product" or "euclidean"))
        {
            throw Refusal.Invalid(
                $"Similarity function {similarity} was not recognized for column. Valid values are: EUCLIDEAN, DOT_PRODUCT, COSINE", Similarity);
        }

        if (vector.Dimension == 1 && function == "cosine")
        {
            throw Refusal.Invalid("Cosine similarity is not supported for single-dimension vectors", vector.CqlName);
        }

        run.Warn("SAI ANN indexes on vector columns are experimental and are not recommended for production use.");
    }

    private static IEnumerable<CqlType> Parts(CqlType type, IndexTargetKind kind) => (type, kind) switch
    {
        (MapType map, IndexTargetKind.Entries) => [map.Key, map.Value],
        _ => [Indexed(type, kind)],
    };

    private static CqlType Indexed(CqlType type, IndexTargetKind kind) => (type, kind) switch
    {
        (MapType map, IndexTargetKind.Keys) => map.Key,
        (MapType map, IndexTargetKind.Values) => map.Value,
        (ListType list, _) => list.Element,
        (SetType set, _) => set.Element,
        _ => type,
    };
}
