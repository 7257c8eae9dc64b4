using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Execution;
using ScyllaMigrations.Migrations;
using Xunit;

namespace ScyllaMigrations.Tests.Execution;

public sealed class AmbiguityTests
{
    private static readonly MigrationCatalog Catalog = Runs.Catalog(("1.0.0", Runs.CreateKeyspace
        + "CREATE TABLE pins (cid text PRIMARY KEY, size int);\nINSERT INTO pins (cid, size) VALUES ('a', 1);\nALTER TABLE pins ADD owner text;"));

    private static readonly MigrationCatalog Counting = Runs.Catalog(("1.0.0", Runs.CreateKeyspace
        + "CREATE TABLE hits (page text PRIMARY KEY, n counter);\nUPDATE hits SET n = n + 1 WHERE page = 'a';\nCREATE TABLE later (id int PRIMARY KEY);"));

    public static TheoryData<bool> Both() => new() { false, true };

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_answer_that_gets_lost_is_settled_by_looking_at_any_request(bool reaches)
    {
        for (int at = 1; ; at++)
        {
            FaultyCluster cluster = Runs.Cluster();
            cluster.Plan = (request, number) => number == at && !request.Cql.StartsWith("SELECT", StringComparison.Ordinal) ? reaches ? Fault.LostAfter : Fault.LostBefore : null;
            MigrationManager manager = Runs.Manager(cluster, Catalog, new MigrationManagerOptions { Clock = new ManualClock { SkipsWaits = true } });
            MigrationResult result = await manager.MigrateAsync(new MigrateRequest());

            Assert.Equal("1.0.0", result.ToVersion);
            Assert.True((await manager.ValidateAsync()).Valid);
            Assert.Single(await manager.GetHistoryAsync());
            if (cluster.Count < at)
            {
                return;
            }
        }
    }

    [Theory]
    [InlineData(false, OutcomeName.NotApplied)]
    [InlineData(true, OutcomeName.Applied)]
    public async Task A_counter_whose_answer_is_lost_stops_the_run_until_somebody_says_what_became_of_it(bool reaches, string outcome)
    {
        FaultyCluster cluster = Runs.Cluster();
        cluster.Plan = (request, _) => request.Cql.StartsWith("UPDATE shop.hits", StringComparison.Ordinal) ? reaches ? Fault.LostAfter : Fault.LostBefore : null;
        MigrationManager manager = Runs.Manager(cluster, Counting);
        MigrationException first = await Assert.ThrowsAsync<MigrationException>(() => manager.MigrateAsync(new MigrateRequest()));
        cluster.Plan = (_, _) => null;
        MigrationException second = await Assert.ThrowsAsync<MigrationException>(() => manager.MigrateAsync(new MigrateRequest()));
        MigrationResult result = await manager.MigrateAsync(new MigrateRequest { Overrides = new Dictionary<string, string> { [outcome] = "looked at it" } });

        Assert.Equal((ErrorCodes.OutcomeUnknown, ErrorCodes.OutcomeUnknown), (first.Code, second.Code));
        Assert.StartsWith("<1.0.0>:3:", first.Message);
        Assert.Contains("'outcome-applied'", second.Message);
        Assert.True(result.Resumed);
        Assert.Equal(1L, Assert.Single(await cluster.QueryAsync("SELECT n FROM shop.hits WHERE page = 'a'"))["n"]);
        Assert.Equal("1.0.0", (await manager.GetStatusAsync()).CurrentVersion);
    }

    [Fact]
    public async Task A_counter_that_was_answered_is_not_sent_again_after_a_crash()
    {
        FaultyCluster cluster = Runs.Cluster();
        cluster.Plan = (request, _) => request.Cql.Contains("later", StringComparison.Ordinal) ? Fault.KillBefore : null;
        await Assert.ThrowsAsync<ProcessKilledException>(() => Runs.Manager(cluster, Counting).MigrateAsync(new MigrateRequest()));
        FaultyCluster survivor = new(cluster.Inner);
        await Runs.Manager(survivor, Counting).MigrateAsync(new MigrateRequest());

        Assert.DoesNotContain(survivor.Sent, request => request.Cql.StartsWith("UPDATE shop.hits", StringComparison.Ordinal));
        Assert.Equal(1L, Assert.Single(await survivor.QueryAsync("SELECT n FROM shop.hits WHERE page = 'a'"))["n"]);
    }

    [Fact]
    public async Task A_group_0_conflict_is_tried_again()
    {
        FaultyCluster cluster = Runs.Cluster();
        int conflicts = 3;
        cluster.Plan = (request, _) => request.Cql.StartsWith("ALTER", StringComparison.Ordinal) && conflicts-- > 0
            ? new Fault(() => new CqlServerException(0, "Failed to apply group 0 change due to concurrent modification"), Reaches: false, Kills: false) : null;
        MigrationResult result = await Runs.Manager(cluster, Catalog, new MigrationManagerOptions { Clock = new ManualClock { SkipsWaits = true } }).MigrateAsync(new MigrateRequest());

        Assert.Equal("1.0.0", result.ToVersion);
        Assert.Single(cluster.Migrated(), cql => cql.StartsWith("ALTER", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_change_that_was_answered_but_does_not_show_is_told_and_not_recorded()
    {
        FaultyCluster cluster = Runs.Cluster();
        LossyCluster lossy = new(cluster.Inner, cql => cql.StartsWith("ALTER", StringComparison.Ordinal));
        MigrationException error = await Assert.ThrowsAsync<MigrationException>(() => Runs.Manager(lossy, Catalog).MigrateAsync(new MigrateRequest()));

        Assert.Equal(ErrorCodes.SchemaInvalid, error.Code);
        Assert.Contains("statement 4 (1.0.0) was answered with success, but the live schema does not show it", error.Message);
        Assert.Null((await Runs.Manager(cluster.Inner, Catalog).GetStatusAsync()).CurrentVersion);
    }

    private static class OutcomeName
    {
        public const string Applied = "outcome-applied";
        public const string NotApplied = "outcome-not-applied";
    }

    /// <summary>Answers statements with success without doing them, as a node with its clock behind does.</summary>
    private sealed class LossyCluster(ICluster inner, Func<string, bool> loses) : ICluster, ICqlSession
    {
        public string Name => inner.Name;

        public ClusterCapabilities Capabilities => inner.Capabilities;

        public ICqlSession Session => this;

        public Task<SchemaAgreement> GetSchemaAgreementAsync(System.Threading.CancellationToken cancellationToken) => inner.GetSchemaAgreementAsync(cancellationToken);

        public Task<IAsyncDisposable> EnterWriterAsync(TimeSpan wait, System.Threading.CancellationToken cancellationToken) => inner.EnterWriterAsync(wait, cancellationToken);

        public ValueTask DisposeAsync() => default;

        public Task<CqlResult> ExecuteAsync(CqlRequest request, System.Threading.CancellationToken cancellationToken) =>
            loses(request.Cql) ? Task.FromResult(CqlResult.Empty) : inner.Session.ExecuteAsync(request, cancellationToken);
    }
}
