namespace ScyllaMigrations.Embedded.SystemTables;

/// <summary>The tables of the system keyspaces that can be read, as Cassandra 5.0 describes them; ScyllaDB's own ones beside them.</summary>
internal static class SystemTableText
{
    private const string Options =
        "additional_write_policy text, allow_auto_snapshot boolean, bloom_filter_fp_chance double, caching frozen<map<text, text>>, cdc boolean, comment text, "
        + "compaction frozen<map<text, text>>, compression frozen<map<text, text>>, crc_check_chance double, dclocal_read_repair_chance double, "
        + "default_time_to_live int, extensions frozen<map<text, blob>>, gc_grace_seconds int, id uuid, incremental_backups boolean, max_index_interval int, memtable text, "
        + "memtable_flush_period_in_ms int, min_index_interval int, read_repair text, read_repair_chance double, speculative_retry text, ";

    /// <summary>system_schema.</summary>
    public static readonly string[] Schema =
    [
        "CREATE TABLE s.keyspaces (keyspace_name text PRIMARY KEY, durable_writes boolean, replication frozen<map<text, text>>)",
        "CREATE TABLE s.tables (keyspace_name text, table_name text, " + Options + "flags frozen<set<text>>, PRIMARY KEY (keyspace_name, table_name))",
        "CREATE TABLE s.views (keyspace_name text, view_name text, base_table_id uuid, base_table_name text, include_all_columns boolean, where_clause text, "
            + Options + "PRIMARY KEY (keyspace_name, view_name))",
        "CREATE TABLE s.columns (keyspace_name text, table_name text, column_name text, clustering_order text, column_name_bytes blob, kind text, "
            + "position int, type text, PRIMARY KEY (keyspace_name, table_name, column_name))",
        "CREATE TABLE s.dropped_columns (keyspace_name text, table_name text, column_name text, dropped_time timestamp, kind text, type text, "
            + "PRIMARY KEY (keyspace_name, table_name, column_name))",
        "CREATE TABLE s.column_masks (keyspace_name text, table_name text, column_name text, function_argument_nulls frozen<list<boolean>>, "
            + "function_argument_types frozen<list<text>>, function_argument_values frozen<list<text>>, function_keyspace text, function_name text, "
            + "PRIMARY KEY (keyspace_name, table_name, column_name))",
        "CREATE TABLE s.triggers (keyspace_name text, table_name text, trigger_name text, options frozen<map<text, text>>, "
            + "PRIMARY KEY (keyspace_name, table_name, trigger_name))",
        "CREATE TABLE s.indexes (keyspace_name text, table_name text, index_name text, kind text, options frozen<map<text, text>>, "
            + "PRIMARY KEY (keyspace_name, table_name, index_name))",
        "CREATE TABLE s.types (keyspace_name text, type_name text, field_names frozen<list<text>>, field_types frozen<list<text>>, "
            + "PRIMARY KEY (keyspace_name, type_name))",
        "CREATE TABLE s.functions (keyspace_name text, function_name text, argument_types frozen<list<text>>, argument_names frozen<list<text>>, body text, "
            + "called_on_null_input boolean, language text, return_type text, PRIMARY KEY (keyspace_name, function_name, argument_types))",
        "CREATE TABLE s.aggregates (keyspace_name text, aggregate_name text, argument_types frozen<list<text>>, final_func text, initcond text, "
            + "return_type text, state_func text, state_type text, PRIMARY KEY (keyspace_name, aggregate_name, argument_types))",
    ];

    /// <summary>ScyllaDB's additions to system_schema.</summary>
    public static readonly string[] ScyllaSchema =
    [
        "CREATE TABLE s.scylla_keyspaces (keyspace_name text PRIMARY KEY, initial_tablets int, storage_options frozen<map<text, text>>, storage_type text)",
        "CREATE TABLE s.scylla_tables (keyspace_name text, table_name text, cdc frozen<map<text, text>>, committed_by_group0 boolean, in_memory boolean, "
            + "partitioner text, version uuid, PRIMARY KEY (keyspace_name, table_name))",
    ];

    /// <summary>system.</summary>
    public static readonly string[] Local =
    [
        "CREATE TABLE s.local (key text PRIMARY KEY, bootstrapped text, broadcast_address inet, broadcast_port int, cluster_name text, cql_version text, "
            + "data_center text, gossip_generation int, host_id uuid, listen_address inet, listen_port int, native_protocol_version text, partitioner text, "
            + "rack text, release_version text, rpc_address inet, rpc_port int, schema_version uuid, tokens set<text>, truncated_at map<uuid, blob>)",
        "CREATE TABLE s.peers (peer inet PRIMARY KEY, data_center text, host_id uuid, preferred_ip inet, rack text, release_version text, rpc_address inet, "
            + "schema_version uuid, tokens set<text>)",
        "CREATE TABLE s.peers_v2 (peer inet, peer_port int, data_center text, host_id uuid, native_address inet, native_port int, preferred_ip inet, "
            + "preferred_port int, rack text, release_version text, schema_version uuid, tokens set<text>, PRIMARY KEY (peer, peer_port))",
    ];
}
