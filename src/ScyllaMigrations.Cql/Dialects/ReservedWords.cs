using System;
using System.Collections.Generic;

namespace ScyllaMigrations.Cql;

/// <summary>Words that cannot be names without quotes.</summary>
/// <remarks>Cassandra 5.0.6: its list of reserved keywords. ScyllaDB: what its grammar reads as a keyword and does not list as unreserved (2026.4).</remarks>
public static class ReservedWords
{
    private const string Common =
        "add allow alter and apply asc authorize batch begin by columnfamily create delete drop entries from full grant if in index infinity "
        + "insert into is keyspace limit materialized modify nan norecursive not null of on or order primary rename revoke schema select set "
        + "table to token truncate unlogged update use using view where with";

    private const string CassandraOnly = "desc describe execute";

    private const string ScyllaOnly =
        "ann cast concurrency default replace unset scylla_clustering_bound scylla_counter_shard_list scylla_timeuuid_list_index "
        + "text_search_indexing vector_search_indexing";

    // Type names cannot name a user type unquoted, and true and false are constants everywhere.
    private const string Constants = "true false";

    private static readonly HashSet<string> CassandraWords = Words(Common, CassandraOnly, Constants);
    private static readonly HashSet<string> ScyllaWords = Words(Common, ScyllaOnly, Constants);

    /// <summary>Whether any known server reserves the lower case word.</summary>
    /// <param name="word">A word in lower case.</param>
    public static bool IsReservedAnywhere(string word) => CassandraWords.Contains(word) || ScyllaWords.Contains(word);

    /// <summary>Whether this product reserves the lower case word.</summary>
    /// <param name="product">The server.</param>
    /// <param name="word">A word in lower case.</param>
    public static bool IsReserved(ServerProduct product, string word) =>
        (product == ServerProduct.Scylla ? ScyllaWords : CassandraWords).Contains(word);

    private static HashSet<string> Words(params string[] lists)
    {
        HashSet<string> words = new(StringComparer.Ordinal);
        foreach (string list in lists)
        {
            words.UnionWith(list.Split(' '));
        }

        return words;
    }
}
