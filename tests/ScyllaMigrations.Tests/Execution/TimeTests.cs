using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Execution;
using ScyllaMigrations.Migrations;
using Xunit;

namespace ScyllaMigrations.Tests.Execution;

public sealed class TimeTests
{
    private static readonly MigrationCatalog Catalog = Runs.Catalog(
        ("1.0.0", Runs.CreateKeyspace + "CREATE TABLE a (id int PRIMARY KEY);"), ("1.1.0", "CREATE TABLE b (id int PRIMARY KEY);\nCREATE TABLE c (id int PRIMARY KEY);"));

    [Fact]
    public async Task A_run_whose_time_is_over_says_so_in_the_words_that_programs_look_for_and_what_was_done()
    {
        ManualClock clock = new();
        FaultyCluster cluster = Runs.Cluster();
        cluster.Plan = (request, _) =>
        {
            if (request.Cql.Contains("shop.b", StringComparison.Ordinal))
            {
                clock.Advance(TimeSpan.FromMinutes(3));
            }

            return null;
        };
        MigrationManager manager = Runs.Manager(cluster, Catalog, new MigrationManagerOptions { Clock = clock });
        MigrationException error = await Assert.ThrowsAsync<MigrationException>(() => manager.MigrateAsync(new MigrateRequest { Timeout = TimeSpan.FromMinutes(2) }));

        Assert.Equal((ErrorCodes.TimedOut, ExitCode.TimedOut), (error.Code, error.Code.ExitCode));
        Assert.Equal("migration failed: context deadline exceeded", error.Message.Split('\n')[0]);
        Assert.Contains("Run again to go on", error.Message);
        Assert.DoesNotContain(cluster.Migrated(), cql => cql.Contains("shop.c", StringComparison.Ordinal));
        cluster.Plan = (_, _) => null;
        Assert.Equal("1.1.0", (await manager.MigrateAsync(new MigrateRequest())).ToVersion);
    }

    [Fact]
    public async Task A_cancelled_run_ends_although_the_server_does_not_answer_and_leaves_the_lease()
    {
        HangingCluster cluster = new(Runs.Cluster(), "shop.b");
        MigrationManager manager = Runs.Manager(cluster, Catalog);
        using CancellationTokenSource cancel = new();
        Task<MigrationResult> run = manager.MigrateAsync(new MigrateRequest(), null, cancel.Token);
        await cluster.Reached;
        await cancel.CancelAsync();
        MigrationException error = await Assert.ThrowsAsync<MigrationException>(() => run);

        Assert.Equal(ErrorCodes.Cancelled, error.Code);
        Assert.StartsWith("ann@box", (await manager.GetStatusAsync()).LeaseHolder);
        cluster.Hangs = false;
        Assert.Equal("1.1.0", (await manager.MigrateAsync(new MigrateRequest())).ToVersion);
        Assert.Null((await manager.GetStatusAsync()).LeaseHolder);
    }

    [Fact]
    public async Task Everything_that_happens_is_told_in_order()
    {
        Listener listener = new();
        await Runs.Manager(Runs.Cluster(), Catalog).MigrateAsync(new MigrateRequest(), listener);
        string[] kinds = [.. listener.Events.Select(happened => happened.GetType().Name)];

        Assert.Equal(
            ["RunStarted", "PlanMade", "LeaseTaken", "StepStarted", "StepFinished", "StepStarted", "StepFinished", "StepStarted", "StepFinished", "BarrierProven", "MigrationCompleted", "MigrationCompleted", "RunFinished"],
            kinds);
        Assert.All(listener.Events, happened => Assert.False(string.IsNullOrWhiteSpace(happened.Text)));
    }

    private sealed class Listener : IProgress<MigrationEvent>
    {
        public List<MigrationEvent> Events { get; } = [];

        public void Report(MigrationEvent value) => Events.Add(value);
    }

    /// <summary>A cluster that never answers one statement, cancelled or not.</summary>
    private sealed class HangingCluster(ICluster inner, string about) : ICluster, ICqlSession
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool Hangs { get; set; } = true;

        public Task Reached => _reached.Task;

        public string Name => inner.Name;

        public ClusterCapabilities Capabilities => inner.Capabilities;

        public ICqlSession Session => this;

        public Task<SchemaAgreement> GetSchemaAgreementAsync(CancellationToken cancellationToken) => inner.GetSchemaAgreementAsync(cancellationToken);

        public Task<IAsyncDisposable> EnterWriterAsync(TimeSpan wait, CancellationToken cancellationToken) => inner.EnterWriterAsync(wait, cancellationToken);

        public ValueTask DisposeAsync() => default;

        public Task<CqlResult> ExecuteAsync(CqlRequest request, CancellationToken cancellationToken)
        {
            if (Hangs && request.Cql.Contains(about, StringComparison.Ordinal))
            {
                _reached.TrySetResult();
                return new TaskCompletionSource<CqlResult>().Task;
            }

            return inner.Session.ExecuteAsync(request, cancellationToken);
        }
    }
}
