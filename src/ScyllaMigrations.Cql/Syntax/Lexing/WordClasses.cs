namespace ScyllaMigrations.Cql.Syntax;

/// <summary>The class of every keyword in a product's grammar.</summary>
/// <remarks>Cassandra 5.0.6's and ScyllaDB 2026.4's grammars; Cassandra up to 3.11 reserves a few words more.</remarks>
internal static class WordClasses
{
    private const string CommonReserved =
        "ADD ALLOW ALTER AND APPLY ASC AUTHORIZE BATCH BEGIN BY CREATE DELETE DROP ENTRIES FROM FULL GRANT IF IN INDEX "
        + "INFINITY INSERT INTO IS KEYSPACE LIMIT MATERIALIZED MODIFY NAN NORECURSIVE NOT NULL OF ON OR ORDER PRIMARY "
        + "RENAME REVOKE SCHEMA SELECT SET TABLE TO TOKEN TRUNCATE UNLOGGED UPDATE USE USING VIEW WHERE WITH";

    private const string CassandraReserved =
        "DESC DESCRIBE EXECUTE";

    // Released again in 4.0.
    private const string OldCassandraReserved =
        "DEFAULT MBEAN MBEANS REPLACE UNSET";

    private const string ScyllaReserved =
        "ANN CAST CONCURRENCY DEFAULT REPLACE UNSET SCYLLA_CLUSTERING_BOUND SCYLLA_COUNTER_SHARD_LIST "
        + "SCYLLA_TIMEUUID_LIST_INDEX TEXT_SEARCH_INDEXING VECTOR_SEARCH_INDEXING";

    private const string Types =
        "ASCII BIGINT BLOB BOOLEAN COUNTER DECIMAL DOUBLE DURATION FLOAT INET INT SMALLINT TEXT TIMESTAMP TINYINT UUID "
        + "VARCHAR VARINT TIMEUUID DATE TIME";

    private const string CommonBasic =
        "KEYS AS CLUSTER CLUSTERING COMPACT STORAGE TABLES TYPE TYPES VALUES MAP LIST FILTERING PERMISSION PERMISSIONS "
        + "KEYSPACES ALL USER USERS ROLE ROLES SUPERUSER NOSUPERUSER LOGIN NOLOGIN OPTIONS PASSWORD HASHED EXISTS CUSTOM "
        + "TRIGGER CONTAINS INTERNALS ONLY STATIC FROZEN TUPLE FUNCTION FUNCTIONS AGGREGATE AGGREGATES SFUNC STYPE "
        + "FINALFUNC INITCOND RETURNS LANGUAGE CALLED INPUT LIKE PER PARTITION GROUP VECTOR";

    private const string CassandraBasic =
        "IDENTITY DATACENTERS CIDRS ACCESS DEFAULT MBEAN MBEANS REPLACE UNSET MASKED UNMASK SELECT_MASKED ANN";

    private const string ScyllaBasic =
        "PASSWORDS DISTINCT REDUCEFUNC JSON CACHE BYPASS LARGE_DATA_GUARDRAILS SERVICE_LEVEL ATTACH DETACH "
        + "SERVICE_LEVELS ATTACHED FOR SHARES TIMEOUT SERVICE LEVEL LEVELS PRUNE DESCRIBE DESC EXECUTE MUTATION_FRAGMENTS "
        + "EFFECTIVE";

    private const string CassandraSpecial =
        "TTL COUNT WRITETIME MAXWRITETIME KEY CAST JSON DISTINCT";

    private const string ScyllaSpecial =
        "TTL COUNT WRITETIME KEY";

    public static WordClass[] For(CqlDialect dialect)
    {
        WordClass[] classes = new WordClass[KeywordTable.Count];
        Set(classes, CommonReserved, WordClass.Reserved);
        Set(classes, CommonBasic, WordClass.Basic);
        Set(classes, Types, WordClass.Type);
        if (dialect.IsScylla)
        {
            Set(classes, ScyllaReserved, WordClass.Reserved);
            Set(classes, ScyllaBasic, WordClass.Basic);
            Set(classes, ScyllaSpecial, WordClass.Special);
            Set(classes, "EMPTY", WordClass.Type);
        }
        else
        {
            Set(classes, CassandraReserved, WordClass.Reserved);
            Set(classes, CassandraBasic, WordClass.Basic);
            Set(classes, CassandraSpecial, WordClass.Special);
            if (!dialect.Is(ServerProduct.Cassandra, 4, 0))
            {
                Set(classes, OldCassandraReserved, WordClass.Reserved);
            }
        }

        return classes;
    }

    private static void Set(WordClass[] classes, string words, WordClass value)
    {
        foreach (string word in words.Split(' '))
        {
            classes[(int)KeywordTable.Find(word)] = value;
        }
    }
}
