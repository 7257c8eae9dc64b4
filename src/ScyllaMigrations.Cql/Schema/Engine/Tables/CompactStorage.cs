using System.Collections.Generic;
using System.Linq;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>WITH COMPACT STORAGE: what it allows, and the columns servers add under it (Cassandra 5.0.6 tried).</summary>
internal static class CompactStorage
{
    /// <summary>The type of the value column that a compact table without regular columns gets; no CQL text has it.</summary>
    public const string EmptyTypeName = "org.apache.cassandra.db.marshal.EmptyType";

    public static void Check(List<ColumnSchema> rest, bool hasStatics, bool hasClustering)
    {
        if (rest.Any(c => !c.Type.IsFrozen))
        {
            throw Refusal.Invalid("Non-frozen collections and UDTs are not supported with COMPACT STORAGE", rest.First(c => !c.Type.IsFrozen).Name);
        }

        if (hasStatics)
        {
            throw Refusal.Invalid("Static columns are not supported in COMPACT STORAGE tables", "STATIC");
        }

        if (!hasClustering && rest.Count == 0)
        {
            throw Refusal.Invalid("No definition found that is not part of the PRIMARY KEY");
        }

        if (hasClustering && rest.Count > 1)
        {
            throw Refusal.Invalid(
                "COMPACT STORAGE with composite PRIMARY KEY allows no more than one column not part of the PRIMARY KEY "
                + $"(got: {string.Join(", ", rest.Select(c => c.Name).OrderBy(n => n, System.StringComparer.Ordinal))})",
                rest[1].Name);
        }
    }

    public static (TableFlags Flags, List<ColumnSchema> Columns) Complete(List<ColumnSchema> key, List<ColumnSchema> rest)
    {
        int clustering = key.Count(c => c.Kind == ColumnKind.Clustering);
        HashSet<string> names = new(key.Concat(rest).Select(c => c.Name), System.StringComparer.Ordinal);
        if (clustering == 0)
        {
            bool counter = rest.Any(c => TypeRules.IsCounter(c.Type));
            List<ColumnSchema> all = [.. rest.Select(c => c with { Kind = ColumnKind.Static })];
            key.Add(new ColumnSchema(FreeName("column", names, numbered: true), NativeType.Find("text")!, ColumnKind.Clustering, 0));
            all.Add(new ColumnSchema(
                FreeName("value", names, numbered: false), NativeType.Find(counter ? "counter" : "blob")!, ColumnKind.Regular));
            return (TableFlags.None, all);
        }

        List<ColumnSchema> values = rest.Count > 0
            ? rest
            : [new ColumnSchema(FreeName("value", names, numbered: false), new CustomType(EmptyTypeName), ColumnKind.Regular)];
        return (clustering > 1 ? TableFlags.Dense | TableFlags.Compound : TableFlags.Dense, values);
    }

    private static string FreeName(string stem, HashSet<string> taken, bool numbered)
    {
        string name = numbered ? stem + "1" : stem;
        for (int i = numbered ? 2 : 1; taken.Contains(name); i++)
        {
            name = stem + OptionText.Of(i);
        }

        return name;
    }
}
