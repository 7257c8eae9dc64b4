using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Configuration;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Linting;
using ScyllaMigrations.Migrations;
using ScyllaMigrations.Planning;
using ScyllaMigrations.Tests.Architecture;
using Xunit;

namespace ScyllaMigrations.Tests.Planning;

public sealed class IpfsPinsExampleTests
{
    private static readonly string Folder = Path.Combine(SourceTree.Root, "examples", "ipfs-pins");

    private static async Task<PlanInput> InputAsync(string dialect, string? environment = null)
    {
        ConfigurationFile? file = await ConfigurationFile.LoadAsync(Folder, CancellationToken.None);
        EffectiveSettings settings = SettingsResolver.Resolve(new SettingsLayer(), new SettingsLayer(), file, environment);
        MigrationCatalog catalog = await MigrationCatalog.LoadAsync(Folder, new CatalogOptions { KnownVariables = [.. settings.Variables.Keys] }, CancellationToken.None);
        CqlDialect parsed = CqlDialect.Parse(dialect);
        return new PlanInput
        {
            Catalog = catalog,
            History = MigrationHistory.Empty,
            Schema = ClusterSchema.Empty,
            Dialect = parsed,
            Keyspace = KeyspaceRule.Resolve(settings.Keyspace, catalog, parsed, settings.Variables),
            Variables = settings.Variables,
        };
    }

    [Theory]
    [InlineData("cassandra-4.0")]
    [InlineData("cassandra-5.0")]
    [InlineData("scylla-6.2")]
    [InlineData("scylla-2025.1")]
    [InlineData("scylla-2026.4")]
    public async Task It_goes_up_down_and_up_again_on_every_current_server(string dialect)
    {
        PlanInput input = await InputAsync(dialect);
        MigrationPlan up = MigrationPlanner.PlanUp(input);
        Assert.Equal(("ipfs_pins", null, "1.1.0", false), (up.Keyspace, up.From, up.To!.ToString(), up.LosesData));
        Assert.Empty(up.Warnings);
        string[] tables =
        [
            "batch_operations", "op_dedup", "partition_stats", "performance_metrics", "pin_events", "pin_stats", "pin_ttl_queue", "pins_by_cid",
            "pins_by_peer", "placements_by_cid",
        ];
        Assert.Equal(tables, up.SchemaAfter.FindKeyspace("ipfs_pins")!.Tables.Keys.Order(System.StringComparer.Ordinal));

        input = input with { History = Plans.Applied(input.Catalog, "1.0.0", "1.1.0"), Schema = up.SchemaAfter };
        Assert.Empty(MigrationPlanner.PlanUp(input).Steps);
        MigrationPlan down = MigrationPlanner.PlanDown(input, null);
        Assert.True(down.LosesData);
        Assert.Empty(down.SchemaAfter.FindKeyspace("ipfs_pins")!.Tables);
        Assert.Equal(up.Steps.Count(step => step.Kind == StepKind.Schema) - 1, MigrationPlanner.PlanUp(input with { History = MigrationHistory.Empty, Schema = down.SchemaAfter }).Steps.Count(step => step.Kind == StepKind.Schema));
    }

    [Theory]
    [InlineData("cassandra-5.0")]
    [InlineData("scylla-2025.4")]
    public async Task It_has_nothing_for_lint_to_find(string dialect)
    {
        PlanInput input = await InputAsync(dialect);
        Assert.Empty(CatalogLinter.Lint(input.Catalog, input.Dialect, input.Keyspace, null, input.Variables).Findings);
    }

    [Fact]
    public async Task Settings_that_are_gone_are_sent_to_no_current_server()
    {
        foreach (string dialect in new[] { "cassandra-5.0", "scylla-2025.4" })
        {
            MigrationPlan plan = MigrationPlanner.PlanUp(await InputAsync(dialect));
            Assert.DoesNotContain(plan.Steps, step => step.Cql.Contains("read_repair_chance", System.StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_environment_production_has_three_replicas()
    {
        MigrationPlan plan = MigrationPlanner.PlanUp(await InputAsync("cassandra-5.0", "production"));
        Assert.Equal("3", plan.SchemaAfter.FindKeyspace("ipfs_pins")!.Replication.Options["dc1"]);
    }

    [Fact]
    public async Task Tables_have_the_keys_and_options_that_they_were_designed_with()
    {
        MigrationPlan plan = MigrationPlanner.PlanUp(await InputAsync("cassandra-5.0"), MigrationVersion.Parse("1.0.0"));
        KeyspaceSchema keyspace = plan.SchemaAfter.FindKeyspace("ipfs_pins")!;
        foreach ((string table, string rows) in new[] { ("pins_by_cid", "1000"), ("placements_by_cid", "500"), ("pins_by_peer", "200") })
        {
            TableOptions options = keyspace.Tables[table].Options;
            Assert.Equal(("LeveledCompactionStrategy", "160"), (options.Compaction!["class"], options.Compaction["sstable_size_in_mb"]));
            Assert.Equal((864000, "0.01", "LZ4Compressor"), (options.GcGraceSeconds, options.Text("bloom_filter_fp_chance"), options.Values["compression"].Map!["class"]));
            Assert.Equal(("ALL", rows), (options.Values["caching"].Map!["keys"], options.Values["caching"].Map!["rows_per_partition"]));
        }

        Assert.Equal(["peer_id", "mh_prefix", "cid_bin"], keyspace.Tables["pins_by_peer"].Columns.Where(column => column.IsKey).Select(column => column.Name));
        Assert.Equal(["mh_prefix", "cid_bin"], keyspace.Tables["pin_events"].PartitionKey.Select(column => column.Name));
        Assert.Equal((2592000, "7"), (keyspace.Tables["pin_events"].Options.DefaultTimeToLive, keyspace.Tables["pin_events"].Options.Compaction!["compaction_window_size"]));
        Assert.True(keyspace.Tables["pin_stats"].IsCounter);
    }
}
