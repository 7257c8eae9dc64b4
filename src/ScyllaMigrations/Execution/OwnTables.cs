using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text;
using ScyllaMigrations.Cql;

namespace ScyllaMigrations.Execution;

/// <summary>The tool's own tables: where they lie, how they are called in CQL and how they are created.</summary>
internal sealed class OwnTables
{
    public const string HistoryName = "migration_history";
    public const string ProjectionName = "schema_version";

    // A fixed namespace of this product, so that two first runners anywhere compute the same table ids.
    private static readonly Guid IdNamespace = new("8f0e5b7c-52a4-5d0e-9a1c-6b3b8f6f2d11");

    public OwnTables(string keyspace, string historyKeyspace)
    {
        Keyspace = keyspace;
        HistoryKeyspace = historyKeyspace;
        History = Qualified(historyKeyspace, HistoryName);
        Projection = Qualified(keyspace, ProjectionName);
    }

    /// <summary>The keyspace that is migrated; also the scope in the history table.</summary>
    public string Keyspace { get; }

    /// <summary>The keyspace that holds history.</summary>
    public string HistoryKeyspace { get; }

    /// <summary>The history table as CQL text.</summary>
    public string History { get; }

    /// <summary>The projection as CQL text; it always lies in the keyspace itself, where other programs look for it.</summary>
    public string Projection { get; }

    /// <summary>The keyspace of its own that takes history where LWT is refused in the keyspace itself.</summary>
    public static string SeparateKeyspace(string keyspace)
    {
        // 48 characters is what the older servers allow.
        const string suffix = "_migrations";
        string name = keyspace.Length + suffix.Length <= 48 ? keyspace : keyspace.Substring(0, 48 - suffix.Length);
        return name + suffix;
    }

    /// <summary>Whether a table of the keyspace is one of the tool's own.</summary>
    public static bool IsOwn(string table) => table is HistoryName or ProjectionName;

    /// <summary>The statements that create both tables where they are missing.</summary>
    /// <param name="pinIds">Whether ids are given, so that two first runners make one table.</param>
    public IReadOnlyList<string> CreateStatements(bool pinIds) =>
    [
        $"CREATE TABLE IF NOT EXISTS {History} (scope text, entry int, step int, "
            + "owner uuid static, owner_info text static, fence bigint static, beat bigint static, head_hash text static, "
            + "kind text, state text, action text, version text, description text, migration_kind text, checksum text, at timestamp, duration_ms bigint, "
            + "actor text, host text, tool_version text, plan_hash text, run int, entry_hash text, previous_hash text, "
            + "direction text, step_count int, coordinator uuid, replaces text, detail text, "
            + "step_kind text, statement_hash text, table_id uuid, changes text, write_time bigint, outcome text, "
            + "PRIMARY KEY ((scope), entry, step))" + Id(pinIds, HistoryKeyspace, HistoryName),
        $"CREATE TABLE IF NOT EXISTS {Projection} (version text PRIMARY KEY, applied_at timestamp, comment text)" + Id(pinIds, Keyspace, ProjectionName),
    ];

    /// <summary>The id of one of the tool's tables: a name-based (version 5, RFC 9562 section 5.5) identifier of <c>keyspace.table</c>.</summary>
    public static Guid TableId(string keyspace, string table)
    {
        byte[] name = Encoding.UTF8.GetBytes(keyspace + "." + table);
        byte[] input = new byte[16 + name.Length];
        SwapToNetworkOrder(IdNamespace.ToByteArray()).CopyTo(input, 0);
        name.CopyTo(input, 16);
#pragma warning disable CA5350, CA1850 // RFC 9562 fixes SHA-1 for version 5; it protects nothing here. The static method is not in netstandard2.0.
        using SHA1 algorithm = SHA1.Create();
        byte[] hash = algorithm.ComputeHash(input);
#pragma warning restore CA5350, CA1850
        byte[] id = new byte[16];
        Array.Copy(hash, id, 16);
        id[6] = (byte)((id[6] & 0x0F) | 0x50);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(SwapToNetworkOrder(id));
    }

    private static string Id(bool pinIds, string keyspace, string table) => pinIds ? $" WITH id = {TableId(keyspace, table)}" : string.Empty;

    private static string Qualified(string keyspace, string table) => CqlIdentifier.Quote(keyspace) + "." + CqlIdentifier.Quote(table);

    private static byte[] SwapToNetworkOrder(byte[] bytes)
    {
        // Guid keeps its first three fields in little-endian order.
        Array.Reverse(bytes, 0, 4);
        Array.Reverse(bytes, 4, 2);
        Array.Reverse(bytes, 6, 2);
        return bytes;
    }
}
