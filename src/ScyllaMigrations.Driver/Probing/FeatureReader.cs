using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.Driver.Probing;

/// <summary>
/// Reads the switches of a server's configuration that decide what it accepts: <c>system_views.settings</c> of Cassandra (4.0 and later), <c>system.config</c>
/// of Scylla. They are per node; those of the host asked count for all.
/// </summary>
internal sealed class FeatureReader
{
    private readonly ICqlSession _session;

    public FeatureReader(ICqlSession session) => _session = session;

    /// <summary>The switches; null where they cannot be read (an older server, or no permission).</summary>
    public async Task<ServerFeatures?> ReadAsync(ServerProduct product, Guid? host, CancellationToken cancellationToken)
    {
        string table = product == ServerProduct.Scylla ? "system.config" : "system_views.settings";
        CqlResult result;
        try
        {
            CqlRequest request = new($"SELECT name, value FROM {table}") { Consistency = ConsistencyLevel.One, Host = host, Idempotent = true };
            result = await _session.ExecuteAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (MigrationException)
        {
            return null;
        }

        Dictionary<string, string> settings = new(StringComparer.Ordinal);
        foreach (CqlRow row in result.Rows)
        {
            settings[row.Get<string>("name") ?? string.Empty] = (row.Get<string>("value") ?? string.Empty).Trim('"');
        }

        return product == ServerProduct.Scylla ? Scylla(settings) : Cassandra(settings);
    }

    /// <summary>Cassandra's switches; 4.0 has some under their older names.</summary>
    internal static ServerFeatures Cassandra(IReadOnlyDictionary<string, string> settings)
    {
        ServerFeatures defaults = ServerFeatures.CassandraDefaults;
        return defaults with
        {
            MaterializedViews = Flag(settings, defaults.MaterializedViews, "materialized_views_enabled", "enable_materialized_views"),
            UserDefinedFunctions = Flag(settings, defaults.UserDefinedFunctions, "user_defined_functions_enabled", "enable_user_defined_functions"),
            SasiIndexes = Flag(settings, defaults.SasiIndexes, "sasi_indexes_enabled", "enable_sasi_indexes"),
            DynamicDataMasking = Flag(settings, defaults.DynamicDataMasking, "dynamic_data_masking_enabled"),
            DropCompactStorage = Flag(settings, defaults.DropCompactStorage, "drop_compact_storage_enabled", "enable_drop_compact_storage"),
            CompactTables = Flag(settings, defaults.CompactTables, "compact_tables_enabled"),
            TransientReplication = Flag(settings, defaults.TransientReplication, "transient_replication_enabled", "enable_transient_replication"),
            ChangeDataCapture = Flag(settings, defaults.ChangeDataCapture, "cdc_enabled"),
            SecondaryIndexes = Flag(settings, defaults.SecondaryIndexes, "secondary_indexes_enabled"),
            AlterTable = Flag(settings, defaults.AlterTable, "alter_table_enabled"),
            DropTruncateTable = Flag(settings, defaults.DropTruncateTable, "drop_truncate_table_enabled"),
            DropKeyspace = Flag(settings, defaults.DropKeyspace, "drop_keyspace_enabled"),
            UncompressedTables = Flag(settings, defaults.UncompressedTables, "uncompressed_tables_enabled"),
            SimpleStrategy = Flag(settings, defaults.SimpleStrategy, "simplestrategy_enabled"),
            UserTimestamps = Flag(settings, defaults.UserTimestamps, "user_timestamps_enabled"),
            VectorType = Flag(settings, defaults.VectorType, "vector_type_enabled"),
        };
    }

    /// <summary>Scylla's switches.</summary>
    internal static ServerFeatures Scylla(IReadOnlyDictionary<string, string> settings)
    {
        ServerFeatures defaults = ServerFeatures.ScyllaDefaults;
        bool tablets = settings.TryGetValue("tablets_mode_for_new_keyspaces", out string? mode)
            ? mode is "enabled" or "enforced"
            : Flag(settings, defaults.Tablets, "enable_tablets");
        return defaults with
        {
            Tablets = tablets,
            UserDefinedFunctions = Flag(settings, defaults.UserDefinedFunctions, "enable_user_defined_functions"),
            CompactTables = Flag(settings, defaults.CompactTables, "enable_create_table_with_compact_storage"),
            SimpleStrategy = !settings.TryGetValue("replication_strategy_fail_list", out string? refused)
                || refused.IndexOf("SimpleStrategy", StringComparison.Ordinal) < 0,
        };
    }

    private static bool Flag(IReadOnlyDictionary<string, string> settings, bool missing, params string[] names)
    {
        foreach (string name in names)
        {
            if (settings.TryGetValue(name, out string? value) && bool.TryParse(value, out bool flag))
            {
                return flag;
            }
        }

        return missing;
    }
}
