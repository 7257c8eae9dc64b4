using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Linting;
using ScyllaMigrations.Migrations;
using ScyllaMigrations.Tests.Planning;
using Xunit;

namespace ScyllaMigrations.Tests.Linting;

public sealed class CatalogLinterTests
{
    private const string Table = "CREATE TABLE t (k int PRIMARY KEY, v text, w int) WITH compaction = {'class': 'SizeTieredCompactionStrategy', 'max_threshold': '64'};\n";
    private const string Type = "CREATE TYPE u (a int);\n";

    private static LintResult Lint(MigrationCatalog catalog, string dialect = "cassandra-5.0", params (string Rule, FindingSeverity? Severity)[] severities) =>
        CatalogLinter.Lint(catalog, CqlDialect.Parse(dialect), "k", null, new Dictionary<string, string>(), severities.ToDictionary(pair => pair.Rule, pair => pair.Severity));

    private static MigrationCatalog Chain(string second) => MigrationCatalog.FromMigrations(
        [Plans.Migration("1.0.0", Table + Type, "DROP TABLE t; DROP TYPE u;"), Plans.Migration("2.0.0", second, "SELECT key FROM system.local;")]);

    private static string[] Ids(LintResult result) => [.. result.Findings.Select(finding => $"{finding.Id} {finding.Line}:{finding.Column} {finding.Severity}")];

    [Theory]
    [InlineData("drop-column 1:20 Warning", "ALTER TABLE t DROP v;")]
    [InlineData("drop-table 1:12 Warning", "DROP TABLE t;")]
    [InlineData("truncate 1:1 Warning", "TRUNCATE t;")]
    [InlineData("allow-filtering 1:37 Warning", "SELECT k FROM t WHERE v = 'a' ALLOW FILTERING;")]
    [InlineData("alter-if-exists 1:16 Warning", "ALTER TABLE IF EXISTS t ADD z int;")]
    [InlineData("alter-if-exists 1:26 Warning", "ALTER TABLE t ADD IF NOT EXISTS z int;")]
    [InlineData("if-not-exists-hides-drift 1:21 Warning", "CREATE TABLE IF NOT EXISTS z (k int PRIMARY KEY);")]
    [InlineData("simple-strategy 2:48 Warning", "-- @allow other-keyspace a test\nCREATE KEYSPACE o WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1};")]
    [InlineData("other-keyspace 1:17 Warning", "CREATE KEYSPACE o WITH replication = {'class': 'NetworkTopologyStrategy', 'dc1': 1};")]
    [InlineData("partial-compaction-map 1:20 Warning", "ALTER TABLE t WITH compaction = {'class': 'SizeTieredCompactionStrategy', 'min_threshold': '8'};")]
    [InlineData("type-add-irreversible 1:18 Warning", "ALTER TYPE u ADD b int;")]
    [InlineData("twcs-without-ttl 1:64 Warning", "CREATE TABLE z (k int PRIMARY KEY) WITH compaction = {'class': 'TimeWindowCompactionStrategy'};")]
    [InlineData("re-added-column 3:19 Warning", "-- @allow drop-column a test\nALTER TABLE t DROP v;\nALTER TABLE t ADD v text;")]
    public void A_rule_finds_what_it_is_for(string expected, string second) => Assert.Equal([expected], Ids(Lint(Chain(second))));

    [Theory]
    [InlineData("ALTER TABLE t WITH compaction = {'class': 'SizeTieredCompactionStrategy', 'max_threshold': '32'};")]
    [InlineData("ALTER TABLE t WITH compaction = {'class': 'LeveledCompactionStrategy'};")]
    [InlineData("ALTER TABLE t ADD z int;")]
    [InlineData("CREATE TABLE z (k int PRIMARY KEY) WITH compaction = {'class': 'TimeWindowCompactionStrategy'} AND default_time_to_live = 60;")]
    [InlineData("SELECT k FROM t WHERE k = 1;")]
    public void What_is_right_is_not_found(string second) => Assert.Empty(Lint(Chain(second)).Findings);

    [Fact]
    public void Every_rule_has_a_name_of_its_own_a_summary_and_a_test_here_or_below() =>
        Assert.Equal(LintRules.All.Select(rule => rule.Name), LintRules.All.Where(rule => rule.Summary.Length > 20).Select(rule => rule.Name).Distinct().Order(System.StringComparer.Ordinal));

    [Fact]
    public void A_version_whose_undo_cannot_be_derived_needs_a_down_script()
    {
        Assert.Empty(Lint(Plans.Catalog(("1.0.0", Table + "ALTER TABLE t ADD z int; CREATE INDEX ON t (z);"))).Findings);
        Assert.Equal(["missing-down 2:1 Warning"], Ids(Lint(Plans.Catalog(("1.0.0", Table + "INSERT INTO t (k) VALUES (1);\nINSERT INTO t (k) VALUES (2);")))));
    }

    [Fact]
    public void Statements_are_counted_as_a_first_run_would_send_them()
    {
        Assert.Equal(3, Lint(Plans.Catalog(("1.0.0", Table + "ALTER TABLE t ADD z int;"))).StatementCount);
        Assert.Equal(2, Lint(Plans.Catalog(("1.0.0", Plans.CreateKeyspace + Table))).StatementCount);
        Assert.Equal(0, Lint(Plans.Catalog(("1.0.0", "DROP TABLE t;"))).StatementCount);
    }

    [Fact]
    public void Allow_silences_a_rule_for_a_migration_or_a_statement()
    {
        Assert.Empty(Lint(Chain("-- @allow drop-column moved away\n\nSELECT k FROM t;\nALTER TABLE t DROP v;")).Findings);
        Assert.Equal(["drop-column 4:20 Warning"], Ids(Lint(Chain("SELECT k FROM t;\n-- @allow drop-column moved away\nALTER TABLE t DROP v;\nALTER TABLE t DROP w;"))));
        Assert.Equal(["unknown-rule 0:0 Warning"], Ids(Lint(Chain("-- @allow drop-colunm moved away\nSELECT k FROM t;"))));
    }

    [Fact]
    public void The_configuration_changes_a_severity_or_switches_a_rule_off()
    {
        MigrationCatalog catalog = Chain("ALTER TABLE t DROP v;");
        LintResult errors = Lint(catalog, "cassandra-5.0", ("drop-column", FindingSeverity.Error));
        Assert.Equal("drop-column 1:20 Error", Assert.Single(Ids(errors)));
        Assert.Empty(Lint(catalog, "cassandra-5.0", ("drop-column", null)).Findings);
    }

    [Fact]
    public void Faults_of_up_down_and_check_scripts_are_found_in_one_go_and_the_chain_goes_on()
    {
        MigrationCatalog catalog = MigrationCatalog.FromMigrations(
        [
            Plans.Migration("1.0.0", Plans.CreateKeyspace + Table + "ALTER TABLE t DROP k;\nCREAT TABLE x;", "DROP TABLE nope;", "SELECT nope FROM t;"),
            Plans.Migration("2.0.0", "CREATE TABLE t (k int PRIMARY KEY);", "DROP TABLE t;", "INSERT INTO t (k) VALUES (1);"),
        ]);
        LintResult result = Lint(catalog);
        Assert.Equal(
            ["<1.0.0.check>:1:8 UnknownColumn", "<1.0.0.down>:1:12 CQL2200", "<1.0.0>:3:20 CQL2200", "<1.0.0>:4:1 CQL1001", "<2.0.0.check>:1:1 CheckNotSelect", "<2.0.0>:1:14 CQL2400"],
            result.Findings.Select(finding => $"{finding.File}:{finding.Line}:{finding.Column} {finding.Id}"));
        Assert.NotNull(result.Schema.FindTable("k", "t")!.FindColumn("v"));
    }

    [Fact]
    public void The_verdict_depends_on_the_dialect()
    {
        MigrationCatalog catalog = Chain("ALTER TABLE t WITH tombstone_gc = {'mode': 'repair'};");
        Assert.Empty(Lint(catalog, "scylla-2025.4").Findings);
        Assert.Equal("CQL2000", Assert.Single(Lint(catalog).Findings).Id);
    }
}
