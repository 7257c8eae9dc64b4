namespace ScyllaMigrations.Cql;

/// <summary>Switches of a server's configuration that decide what it accepts; each cluster may differ from the default.</summary>
/// <remarks>Defaults of Cassandra 5.0.6's cassandra.yaml and of ScyllaDB's packages.</remarks>
public sealed record ServerFeatures
{
    /// <summary>Cassandra as shipped: materialized views, functions, SASI, masking and the like are off.</summary>
    public static ServerFeatures CassandraDefaults { get; } = new();

    /// <summary>ScyllaDB as shipped: materialized views on, functions off (experimental).</summary>
    public static ServerFeatures ScyllaDefaults { get; } = new()
    {
        MaterializedViews = true,
        ChangeDataCapture = true,
        CompactTables = false,
    };

    /// <summary>CREATE MATERIALIZED VIEW is allowed (`materialized_views_enabled`).</summary>
    public bool MaterializedViews { get; init; }

    /// <summary>CREATE FUNCTION and AGGREGATE are allowed (`user_defined_functions_enabled`, experimental `udf`).</summary>
    public bool UserDefinedFunctions { get; init; }

    /// <summary>SASI indexes may be made (`sasi_indexes_enabled`).</summary>
    public bool SasiIndexes { get; init; }

    /// <summary>Columns may be masked (`dynamic_data_masking_enabled`).</summary>
    public bool DynamicDataMasking { get; init; }

    /// <summary>ALTER TABLE … DROP COMPACT STORAGE is allowed (`drop_compact_storage_enabled`).</summary>
    public bool DropCompactStorage { get; init; }

    /// <summary>CREATE TABLE … WITH COMPACT STORAGE is allowed (`compact_tables_enabled`, `enable_create_table_with_compact_storage`).</summary>
    public bool CompactTables { get; init; } = true;

    /// <summary>Transient replication such as `3/1` is allowed (`transient_replication_enabled`).</summary>
    public bool TransientReplication { get; init; }

    /// <summary>Change data capture may be switched on for a table (`cdc_enabled`).</summary>
    public bool ChangeDataCapture { get; init; }

    /// <summary>New keyspaces use tablets unless told otherwise (`tablets_mode_for_new_keyspaces`).</summary>
    public bool Tablets { get; init; }

    /// <summary>Secondary indexes may be made (guardrail `secondary_indexes_enabled`).</summary>
    public bool SecondaryIndexes { get; init; } = true;

    /// <summary>ALTER TABLE is allowed (guardrail `alter_table_enabled`).</summary>
    public bool AlterTable { get; init; } = true;

    /// <summary>DROP TABLE and TRUNCATE are allowed (guardrail `drop_truncate_table_enabled`).</summary>
    public bool DropTruncateTable { get; init; } = true;

    /// <summary>DROP KEYSPACE is allowed (guardrail `drop_keyspace_enabled`).</summary>
    public bool DropKeyspace { get; init; } = true;

    /// <summary>Tables without compression are allowed (guardrail `uncompressed_tables_enabled`).</summary>
    public bool UncompressedTables { get; init; } = true;

    /// <summary>SimpleStrategy is allowed (guardrail `simplestrategy_enabled`).</summary>
    public bool SimpleStrategy { get; init; } = true;

    /// <summary>USING TIMESTAMP is allowed (guardrail `user_timestamps_enabled`).</summary>
    public bool UserTimestamps { get; init; } = true;

    /// <summary>The vector type is allowed (guardrail `vector_type_enabled`).</summary>
    public bool VectorType { get; init; } = true;
}
