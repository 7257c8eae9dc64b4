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
        MinimumReplicationFactor = new Threshold(Warn: 3, Fail: null),
        WarnedReplicationStrategies = ValueList.Of("SimpleStrategy"),
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

    /// <summary>
    /// Whether Java classes that are not the server's own (index implementations, triggers, compaction strategies, compressors) are taken to
    /// be installed; off, they are refused as a server without them does.
    /// </summary>
    public bool ForeignClasses { get; init; }

    /// <summary>How many keyspaces there may be (guardrail `keyspaces_…_threshold`).</summary>
    public Threshold Keyspaces { get; init; } = Threshold.None;

    /// <summary>How many tables there may be (guardrail `tables_…_threshold`).</summary>
    public Threshold Tables { get; init; } = Threshold.None;

    /// <summary>How many columns a table may have (guardrail `columns_per_table_…_threshold`).</summary>
    public Threshold ColumnsPerTable { get; init; } = Threshold.None;

    /// <summary>How many fields a user type may have (guardrail `fields_per_udt_…_threshold`).</summary>
    public Threshold FieldsPerUserType { get; init; } = Threshold.None;

    /// <summary>How many indexes a table may have (guardrail `secondary_indexes_per_table_…_threshold`).</summary>
    public Threshold IndexesPerTable { get; init; } = Threshold.None;

    /// <summary>How many views a table may have (guardrail `materialized_views_per_table_…_threshold`).</summary>
    public Threshold ViewsPerTable { get; init; } = Threshold.None;

    /// <summary>How many dimensions a vector may have (guardrail `vector_dimensions_…_threshold`).</summary>
    public Threshold VectorDimensions { get; init; } = Threshold.None;

    /// <summary>The least replication factor (guardrail `minimum_replication_factor_…_threshold`); a factor of 0 is always allowed.</summary>
    public Threshold MinimumReplicationFactor { get; init; } = Threshold.None;

    /// <summary>The greatest replication factor (guardrail `maximum_replication_factor_…_threshold`).</summary>
    public Threshold MaximumReplicationFactor { get; init; } = Threshold.None;

    /// <summary>Table options that may not be set (guardrail `table_properties_disallowed`).</summary>
    public ValueList<string> DisallowedTableProperties { get; init; } = ValueList<string>.Empty;

    /// <summary>Replication strategies that are refused (ScyllaDB, `replication_strategy_fail_list`).</summary>
    public ValueList<string> RefusedReplicationStrategies { get; init; } = ValueList<string>.Empty;

    /// <summary>Replication strategies that are warned of (ScyllaDB, `replication_strategy_warn_list`).</summary>
    public ValueList<string> WarnedReplicationStrategies { get; init; } = ValueList<string>.Empty;
}
