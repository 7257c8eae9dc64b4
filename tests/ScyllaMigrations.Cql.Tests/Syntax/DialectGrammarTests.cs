using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;
using Xunit;

namespace ScyllaMigrations.Cql.Tests.Syntax;

public sealed class DialectGrammarTests
{
    [Theory]
    [InlineData("cassandra-3.11", "CREATE SCHEMA k WITH replication = {'class': 'SimpleStrategy'}")]
    [InlineData("cassandra-4.0", "ALTER TABLE t DROP a USING TIMESTAMP 1")]
    [InlineData("cassandra-4.1", "ALTER TABLE IF EXISTS t ADD IF NOT EXISTS a int")]
    [InlineData("cassandra-4.0", "DESCRIBE KEYSPACES")]
    [InlineData("scylla-2025.4", "CREATE KEYSPACE k")]
    [InlineData("scylla-2026.1", "CREATE KEYSPACE k WITH replication = {'class': 'NetworkTopologyStrategy', 'dc1': ['r1', 'r2']}")]
    [InlineData("scylla-5.4", "CREATE KEYSPACE k WITH replication = {'class': 'SimpleStrategy'} AND tablets = null")]
    [InlineData("scylla-2026.2", "CREATE TABLE t (a int PRIMARY KEY, e timestamp TTL)")]
    [InlineData("scylla-2026.2", "ALTER TABLE t TTL NULL")]
    [InlineData("scylla-6.0", "ALTER TABLE t DROP a USING TIMESTAMP ?")]
    [InlineData("scylla-5.4", "CREATE INDEX ON t ((a, b), c)")]
    [InlineData("scylla-2026.1", "CREATE INDEX ON t (c) WITH CLUSTERING ORDER BY (c DESC) AND comment = 'x'")]
    [InlineData("scylla-2025.2", "CREATE TABLE t (a int PRIMARY KEY, v vector<float, 3>)")]
    [InlineData("scylla-5.4", "SELECT * FROM t WHERE a LIKE 'x%' BYPASS CACHE USING TIMEOUT 5s")]
    [InlineData("scylla-2025.1", "SELECT a['x'] FROM t WHERE a NOT IN (1, 2) USING TIMEOUT 5s AND SERVICE LEVEL x")]
    [InlineData("scylla-5.4", "SELECT * FROM MUTATION_FRAGMENTS(k.t) WHERE a = 1")]
    [InlineData("scylla-2026.4", "SELECT now()")]
    [InlineData("scylla-2026.3", "SELECT * FROM t WHERE f(a, b) > 1 ORDER BY bm25(a, 'x') LIMIT 3")]
    [InlineData("scylla-2025.4", "SELECT * FROM t ORDER BY v ANN OF [1, 2] LIMIT 3")]
    [InlineData("scylla-5.4", "INSERT INTO t (a) VALUES (1) USING TTL 5 AND TIMEOUT 1s")]
    [InlineData("scylla-2026.3", "DELETE FROM t WHERE a = 1 BYPASS LARGE_DATA_GUARDRAILS")]
    [InlineData("scylla-5.4", "UPDATE t SET l[SCYLLA_TIMEUUID_LIST_INDEX(50554d6e-29bb-11e5-b345-feff819cdc9f)] = 1 WHERE a = 1")]
    [InlineData("scylla-5.4", "UPDATE t SET c = SCYLLA_COUNTER_SHARD_LIST([(1, 2)]) WHERE a = 1")]
    [InlineData("scylla-5.4", "SELECT * FROM t WHERE a = 1 AND (b, c) > SCYLLA_CLUSTERING_BOUND (1, 2)")]
    [InlineData("scylla-2026.1", "PRUNE MATERIALIZED VIEW v WHERE a = 1 USING CONCURRENCY 3 AND TIMEOUT 1s")]
    [InlineData("scylla-5.4", "TRUNCATE t USING TIMEOUT 5m")]
    [InlineData("scylla-5.4", "CREATE AGGREGATE a(int) SFUNC f STYPE int REDUCEFUNC r FINALFUNC g INITCOND 0")]
    [InlineData("scylla-5.4", "CREATE SERVICE_LEVEL IF NOT EXISTS x WITH timeout = 5s AND workload_type = 'batch'")]
    [InlineData("scylla-5.4", "CREATE SERVICE LEVEL default")]
    [InlineData("scylla-5.4", "ALTER SERVICE LEVEL x WITH timeout = null")]
    [InlineData("scylla-5.4", "DROP SERVICE LEVEL IF EXISTS x")]
    [InlineData("scylla-5.4", "ATTACH SERVICE LEVEL x TO 'r'")]
    [InlineData("scylla-5.4", "DETACH SERVICE LEVEL FROM r")]
    [InlineData("scylla-5.4", "LIST SERVICE LEVEL x")]
    [InlineData("scylla-5.4", "LIST ALL SERVICE LEVELS")]
    [InlineData("scylla-5.4", "LIST ALL ATTACHED SERVICE_LEVELS")]
    [InlineData("scylla-5.4", "LIST ATTACHED SERVICE LEVEL OF r")]
    [InlineData("scylla-6.0", "LIST EFFECTIVE SERVICE LEVEL OF r")]
    [InlineData("scylla-2025.1", "DESC SCHEMA WITH INTERNALS AND PASSWORDS")]
    [InlineData("scylla-2025.1", "CREATE ROLE r WITH HASHED PASSWORD = 'x'")]
    [InlineData("scylla-2025.4", "GRANT VECTOR_SEARCH_INDEXING ON ALL KEYSPACES TO r")]
    [InlineData("scylla-5.4", "SELECT count(1), f(a) FROM t")]
    [InlineData("scylla-2026.1", "SELECT similarity_cosine(v, [1, 2]) FROM t")]
    [InlineData("scylla-2026.2", "SELECT DISTINCT CAST(a AS int), 1 FROM t")]
    [InlineData("scylla-5.4", "SELECT desc, describe, execute FROM t")]
    [InlineData("scylla-5.4", "ALTER TABLE t ALTER a TYPE blob")]
    public void A_dialect_has_its_own_statements(string dialect, string statement)
    {
        CqlDialect parsed = CqlDialect.Parse(dialect);
        CqlStatement tree = CqlParser.ParseStatement(statement, parsed);

        Assert.Equal(tree, CqlParser.ParseStatement(CqlWriter.Write(tree), parsed));
    }

    [Theory]
    [InlineData("cassandra-4.0", "CREATE SCHEMA k WITH replication = {'class': 'SimpleStrategy'}", "CREATE SCHEMA (write CREATE KEYSPACE) does not exist in cassandra-4.0")]
    [InlineData("cassandra-4.0", "ALTER TABLE IF EXISTS t ADD a int", "IF [NOT] EXISTS in ALTER TABLE does not exist in cassandra-4.0")]
    [InlineData("scylla-2026.4", "ALTER TABLE t ADD IF NOT EXISTS a int", "IF [NOT] EXISTS in ADD does not exist in scylla-2026.4")]
    [InlineData("scylla-2026.4", "ALTER ROLE IF EXISTS r WITH LOGIN = true", "IF [NOT] EXISTS in ALTER ROLE does not exist in scylla-2026.4")]
    [InlineData("scylla-2026.4", "CREATE SCHEMA k", "CREATE SCHEMA (write CREATE KEYSPACE) does not exist in scylla-2026.4")]
    [InlineData("scylla-2026.4", "CREATE TRIGGER x ON t USING 'c'", "CREATE TRIGGER does not exist in scylla-2026.4")]
    [InlineData("cassandra-5.0", "CREATE SERVICE LEVEL x", "CREATE SERVICE LEVEL does not exist in cassandra-5.0")]
    [InlineData("cassandra-5.0", "PRUNE MATERIALIZED VIEW v", "PRUNE MATERIALIZED VIEW does not exist in cassandra-5.0")]
    [InlineData("cassandra-3.11", "DESCRIBE TABLES", "DESCRIBE (there it is a command of cqlsh) does not exist in cassandra-3.11")]
    [InlineData("cassandra-4.1", "CREATE TABLE t (a int MASKED WITH DEFAULT PRIMARY KEY)", "found 'MASKED'")]
    [InlineData("cassandra-4.1", "CREATE TABLE t (a int PRIMARY KEY, v vector<float, 3>)", "found '<'")]
    [InlineData("cassandra-3.11", "CREATE TABLE t (default int PRIMARY KEY)", "it is a reserved word, as a name it must be written \"default\"")]
    [InlineData("scylla-2025.3", "CREATE KEYSPACE k", "expected WITH")]
    [InlineData("scylla-2026.1", "SELECT 1 FROM t", "found '1'")]
    [InlineData("scylla-2026.4", "ALTER TABLE t DROP COMPACT STORAGE", "found 'STORAGE'")]
    [InlineData("scylla-2026.4", "GRANT SELECT, MODIFY ON t TO r", "found ','")]
    [InlineData("scylla-2026.4", "CREATE OR REPLACE FUNCTION IF NOT EXISTS f() CALLED ON NULL INPUT RETURNS int LANGUAGE lua AS ''", "found 'IF'")]
    [InlineData("scylla-2026.4", "SELECT * FROM t WHERE a = 1 + 2", "found '+'")]
    [InlineData("scylla-2026.4", "UPDATE t SET c += 1 WHERE a = 1", "found '+='")]
    [InlineData("scylla-2026.4", "CREATE TABLE t (replace int PRIMARY KEY)", "it is a reserved word")]
    [InlineData("scylla-2026.4", "SELECT [[[[[[[[[[[[[1]]]]]]]]]]]]] FROM t", "nested deeper than 12 levels")]
    public void What_a_dialect_lacks_is_refused_by_name(string dialect, string statement, string message)
    {
        CqlParseException error = Assert.Throws<CqlParseException>(() => CqlParser.ParseStatement(statement, CqlDialect.Parse(dialect)));

        Assert.Contains(message, error.Message, System.StringComparison.Ordinal);
    }
}
