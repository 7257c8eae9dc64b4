using System;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>Implementations of indexes, each under one name.</summary>
internal static class IndexClasses
{
    public const string Sai = "StorageAttachedIndex";
    public const string Sasi = "SASIIndex";

    /// <summary>The canonical class of a statement's index; null for the built-in one.</summary>
    public static string? Canonical(CreateIndexStatement statement, CqlDialect dialect)
    {
        if (dialect.IsScylla)
        {
            return Scylla(statement);
        }

        if (statement.Custom && statement.Class is null)
        {
            throw Refusal.Config("Unable to find custom indexer class 'legacy_local_table'", statement.Name);
        }

        string? name = Canonical(statement.Class);
        if (name is Sasi || name is null || (name is Sai && dialect.Is(ServerProduct.Cassandra, 5, 0)))
        {
            return name is Sasi && !dialect.Features.SasiIndexes
                ? throw Refusal.Invalid("SASI indexes are disabled. Enable in cassandra.yaml to use.", statement.Class)
                : name;
        }

        return dialect.Features.ForeignClasses && name.Contains(".") && !name.StartsWith("org.apache.cassandra.", StringComparison.Ordinal)
            ? name
            : throw Refusal.Config($"Unable to find custom indexer class '{statement.Class}'", statement.Class);
    }

    /// <summary>One name for the spellings that mean the same; null for the built-in index.</summary>
    public static string? Canonical(string? className) => className switch
    {
        null => null,
        "org.apache.cassandra.index.sasi.SASIIndex" => Sasi,
        "org.apache.cassandra.index.sai.StorageAttachedIndex" => Sai,
        _ when string.Equals(className, "sai", StringComparison.OrdinalIgnoreCase) => Sai,
        _ when string.Equals(className, Sai, StringComparison.OrdinalIgnoreCase) => Sai,
        _ when string.Equals(className, "legacy_local_table", StringComparison.OrdinalIgnoreCase) => null,
        _ => className,
    };

    private static string? Scylla(CreateIndexStatement statement)
    {
        if (statement.Class is null)
        {
            return statement.Custom ? throw Refusal.Invalid("CUSTOM index requires specifying the index class", statement.Name) : null;
        }

        string? name = Canonical(statement.Class);
        return name is "vector_index" or "fulltext_index" || name is Sai
            ? name
            : throw Refusal.Invalid($"Non-supported custom class '{statement.Class}' provided", statement.Class);
    }
}
