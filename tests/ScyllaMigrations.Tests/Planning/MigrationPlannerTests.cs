using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Migrations;
using ScyllaMigrations.Planning;
using Xunit;
using static ScyllaMigrations.Tests.Planning.Plans;

namespace ScyllaMigrations.Tests.Planning;

public sealed class MigrationPlannerTests
{
    private const string Table = "CREATE TABLE t (k int PRIMARY KEY, v text);";

    private static MigrationVersion V(string version) => MigrationVersion.Parse(version);

    private static MigrationException Refused(PlanInput input, string? target = null) =>
        Assert.Throws<MigrationException>(() => MigrationPlanner.PlanUp(input, target is null ? null : V(target)));

    [Fact]
    public void Pending_versions_become_steps_in_their_order()
    {
        MigrationCatalog catalog = Catalog(("1.1.0", "ALTER TABLE t ADD w int;\n-- then\nCREATE INDEX ON t (w)"), ("1.0.0", CreateKeyspace + Table), ("R:z", "INSERT INTO t (k) VALUES (1);"));
        MigrationPlan plan = MigrationPlanner.PlanUp(Input(catalog));
        Assert.Equal(
            ["1 1.0.0 <1.0.0>:1 Schema []", "2 1.0.0 <1.0.0>:2 Schema [1.0.0]", "3 1.1.0 <1.1.0>:1 Schema []", "4 1.1.0 <1.1.0>:3 Schema [1.1.0]", "5 R:z <R:z>:1 Data [R:z]"],
            plan.Steps.Select(step => $"{step.Number} {step.Migration} {step.File}:{step.Line} {step.Kind} {step.Completes}"));
        Assert.Equal((null, "1.1.0", PlanDirection.Up), (plan.From, plan.To!.ToString(), plan.Direction));
        Assert.Equal("CREATE INDEX ON t (w)", plan.Steps[3].Cql);
        ObjectChange change = Assert.Single(plan.Steps[2].Changes);
        Assert.Equal(("table k.t", true, true), (change.Object.ToString(), change.Before is not null, change.Before != change.After));
        Assert.NotNull(plan.SchemaAfter.FindTable("k", "t")!.FindColumn("w"));
        Assert.Same(plan.SchemaAfter, plan.Steps[4].SchemaAfter);
    }

    [Fact]
    public void What_is_applied_is_not_planned_again_and_a_target_ends_the_plan()
    {
        MigrationCatalog catalog = Catalog(("1.0.0", Table), ("2.0.0", "ALTER TABLE t ADD a int;"), ("3.0.0", "ALTER TABLE t ADD b int;"), ("R:r", "SELECT k FROM t;"));
        PlanInput input = Input(catalog, Applied(catalog, "1.0.0"), Schema(CreateKeyspace + Table));
        Assert.Equal(["2.0.0"], MigrationPlanner.PlanUp(input, V("2.0.0")).Migrations.Select(migration => migration.Label));
        Assert.Equal(["2.0.0", "3.0.0", "R:r"], MigrationPlanner.PlanUp(input, V("3.0.0")).Migrations.Select(migration => migration.Label));
        Assert.Empty(MigrationPlanner.PlanUp(input, V("1.0.0")).Steps);
        Assert.Equal("The target version 4.0.0 is not in the catalog; the catalog has 1.0.0, 2.0.0, 3.0.0.", Refused(input, "4.0.0").Message);
        Assert.StartsWith("The target version 0.9.0 lies below the current version 1.0.0; to go back use 'migration-cli rollback --to 0.9.0'", Refused(input, "0.9.0").Message);
    }

    [Fact]
    public void A_repeatable_migration_comes_again_when_its_text_changed()
    {
        MigrationCatalog old = Catalog(("R:r", "INSERT INTO t (k) VALUES (1);"));
        MigrationCatalog changed = Catalog(("R:r", "INSERT INTO t (k) VALUES (2);"));
        ClusterSchema schema = Schema(CreateKeyspace + Table);
        Assert.Empty(MigrationPlanner.PlanUp(Input(old, Applied(old, "R:r"), schema)).Steps);
        Assert.Equal("R:r", Assert.Single(MigrationPlanner.PlanUp(Input(changed, Applied(old, "R:r"), schema)).Steps).Migration);
    }

    [Fact]
    public void The_keyspace_is_created_first_wherever_the_script_does_it()
    {
        MigrationPlan plan = MigrationPlanner.PlanUp(Input(Catalog(("1.0.0", Table), ("2.0.0", CreateKeyspace + "ALTER TABLE t ADD a int;"))));
        Assert.Equal(["CREATE KEYSPACE", "CREATE TABLE", "ALTER TABLE"], plan.Steps.Select(step => step.Statement!.Kind));
        Assert.Equal("2.0.0", plan.Steps[0].Migration);
        Assert.Equal(["[]", "[1.0.0]", "[2.0.0]"], plan.Steps.Select(step => step.Completes.ToString()));
    }

    [Fact]
    public void Else_it_is_created_with_the_configured_replication_or_not_at_all()
    {
        PlanInput input = Input(Catalog(("1.0.0", Table)));
        MigrationPlan plan = MigrationPlanner.PlanUp(input);
        Assert.Equal("CREATE KEYSPACE k WITH replication = {'class': 'NetworkTopologyStrategy', 'dc1': 1}", plan.Steps[0].Cql);
        Assert.Equal(2, plan.Steps.Count);
        Assert.Equal(ErrorCodes.ReplicationNotGiven, Refused(input with { Replication = null }).Code);
        Assert.Equal(ErrorCodes.ConfigurationInvalid, Refused(input with { Replication = "{'class'" }).Code);
        Assert.Empty(MigrationPlanner.PlanUp(Input(MigrationCatalog.Empty) with { Replication = null }).Steps);
    }

    [Fact]
    public void Without_history_a_keyspace_that_is_as_the_script_says_counts_as_created()
    {
        MigrationCatalog catalog = Catalog(("1.0.0", CreateKeyspace + Table));
        MigrationPlan plan = MigrationPlanner.PlanUp(Input(catalog, null, Schema(CreateKeyspace)));
        Assert.Equal([StepKind.NoEffect, StepKind.Schema], plan.Steps.Select(step => step.Kind));
        MigrationException other = Refused(Input(catalog, null, Schema(CreateKeyspace.Replace("1}", "3}", System.StringComparison.Ordinal))));
        Assert.Equal("CQL2400", Assert.Single(other.Findings).Id);
    }

    [Fact]
    public void Tables_without_history_ask_for_a_baseline()
    {
        PlanInput input = Input(Catalog(("1.0.0", Table)), null, Schema(CreateKeyspace + "CREATE TABLE old (k int PRIMARY KEY); CREATE TABLE migration_history (k int PRIMARY KEY);"));
        MigrationException error = Refused(input);
        Assert.Equal((ErrorCodes.BaselineNeeded, "The keyspace 'k' has tables (old), but no history says which version they are."), (error.Code, error.Message));
        Assert.Single(MigrationPlanner.PlanUp(input with { IgnoreUnknownObjects = true }).Steps);
    }

    [Fact]
    public void A_schema_newer_than_the_catalog_is_refused_with_the_known_text()
    {
        MigrationCatalog newer = Catalog(("1.1.0", Table), ("2.0.0", Table));
        MigrationException error = Refused(Input(Catalog(("1.1.0", Table)), Applied(newer, "1.1.0", "2.0.0"), Schema(CreateKeyspace + Table)));
        Assert.Equal((ErrorCodes.SchemaTooNew, "schema version 2.0.0 is newer than supported version 1.1.0"), (error.Code, error.Message));
    }

    [Fact]
    public void Every_contradiction_with_history_is_found_in_one_go_with_the_faults_of_pending_scripts()
    {
        MigrationCatalog catalog = Catalog(("1.0.0", "SELECT k FROM t;"), ("1.1.0", "SELECT v FROM t;"), ("3.0.0", "SELECT k FROM t;"), ("4.0.0", "ALTER TABLE t\n  DROP nope;\nINSERT INTO t (k, w) VALUES (1, 2);"));
        MigrationHistory history = new(
        [
            Entry(1, "1.0.0", "edited since"), Entry(2, "2.0.0", "gone"), Entry(3, "3.0.0", null, HistoryAction.Applied), Entry(4, "3.0.0", null),
        ]);
        MigrationException error = Refused(Input(catalog, history, Schema(CreateKeyspace + Table)));
        Assert.Equal(ErrorCodes.MigrationsInvalid, error.Code);
        Assert.Equal(
            [
                " 0:0 AppliedMissing", " 0:0 HistoryDuplicate", "<1.0.0> 0:0 AppliedEdited", "<1.1.0> 0:0 OutOfOrder", "<4.0.0> 2:8 CQL2200", "<4.0.0> 3:19 UnknownColumn",
            ],
            error.Findings.Select(finding => $"{finding.File} {finding.Line}:{finding.Column} {finding.Id}"));
        Assert.Contains("<4.0.0>:2:8: error CQL2200: Column nope was not found in table 'k.t'.\n    DROP nope;\n         ^", error.Message);
    }

    [Fact]
    public void What_another_program_applied_includes_all_versions_below_it()
    {
        MigrationCatalog catalog = Catalog(("1.0.0", Table), ("1.1.0", "ALTER TABLE t ADD a int;"), ("1.2.0", "ALTER TABLE t ADD b int;"));
        MigrationHistory history = new([Entry(1, "1.1.0", null, HistoryAction.Adopted)]);
        MigrationPlan plan = MigrationPlanner.PlanUp(Input(catalog, history, Schema(CreateKeyspace + Table + "ALTER TABLE t ADD a int;")));
        Assert.Equal(["1.2.0"], plan.Migrations.Select(migration => migration.Label));
    }

    [Fact]
    public void A_migration_with_nothing_for_this_dialect_is_complete_with_its_neighbours()
    {
        const string ForScylla = "-- @dialect scylla\nALTER TABLE t WITH tombstone_gc = {'mode': 'repair'};";
        ClusterSchema schema = Schema(CreateKeyspace + Table);
        MigrationCatalog catalog = Catalog(("1.0.0", ForScylla), ("2.0.0", "ALTER TABLE t ADD a int;"), ("3.0.0", ForScylla));
        MigrationPlan plan = MigrationPlanner.PlanUp(Input(catalog, null, schema) with { IgnoreUnknownObjects = true });
        Assert.Equal(("[1.0.0]", "[2.0.0, 3.0.0]"), (plan.CompletedBefore.ToString(), Assert.Single(plan.Steps).Completes.ToString()));
    }

    [Fact]
    public void Variables_are_replaced_and_errors_still_name_the_file_as_written()
    {
        PlanInput input = Input(Catalog(("1.0.0", "CREATE TABLE ${keyspace}.${name} (k int PRIMARY KEY); ALTER TABLE ${name} DROP nope;")));
        MigrationException error = Refused(input with { Variables = new Dictionary<string, string> { ["name"] = "a_very_long_name" } });
        Assert.Equal((1, 80), (error.Findings[0].Line, error.Findings[0].Column));
        Assert.Equal(FindingIds.UnknownVariable, Assert.Single(Refused(input).Findings.Select(finding => finding.Id).Distinct()));
    }

    [Fact]
    public void The_hash_depends_on_what_is_sent_and_on_nothing_else()
    {
        string Hash(string up, string version = "1.0.0") => MigrationPlanner.PlanUp(Input(Catalog((version, CreateKeyspace + up)))).Hash;
        string hash = Hash(Table);
        Assert.Matches("^[0-9a-f]{64}$", hash);
        Assert.Equal(hash, Hash(Table));
        Assert.Equal(hash, Hash(Table + " \r\n"));
        Assert.NotEqual(hash, Hash(Table.Replace("text", "blob", System.StringComparison.Ordinal)));
        Assert.NotEqual(hash, Hash(Table, "1.0.1"));
    }
}
