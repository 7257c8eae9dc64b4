using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Execution;
using Xunit;

namespace ScyllaMigrations.Tests.Execution;

public sealed class LeaseTests
{
    private static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(20);
    private readonly ManualClock _clock = new();
    private readonly List<MigrationEvent> _events = [];

    [Fact]
    public async Task A_free_lease_is_taken_and_given_back()
    {
        HistoryTable table = await TableAsync();
        using Lease lease = await SeekAsync(table, "ann");
        LeaseState held = await table.ReadLeaseAsync(default);
        await lease.ReleaseAsync(default);
        LeaseState free = await table.ReadLeaseAsync(default);

        Assert.Equal(("ann", 1L), (held.OwnerInfo, held.Fence));
        Assert.NotNull(held.Owner);
        Assert.Null(free.Owner);
        using Lease next = await SeekAsync(table, "bob");
        Assert.Equal(2, next.Fence);
    }

    [Fact]
    public async Task A_lease_that_stands_still_is_taken_over_and_its_holder_can_write_no_more()
    {
        HistoryTable table = await TableAsync();
        using Lease dead = await SeekAsync(table, "ann");
        dead.Abandon();
        Task<Lease> seeking = SeekAsync(table, "bob");
        await AdvanceUntilAsync(seeking, TimeSpan.FromSeconds(1));
        using Lease taken = await seeking;
        MigrationException error = await Assert.ThrowsAsync<MigrationException>(() => dead.WriteAsync([Row()], "hash", default));

        Assert.Equal(2, taken.Fence);
        Assert.Equal(ErrorCodes.LeaseLost, error.Code);
        Assert.Empty((await table.ReadAsync("entry", 7, default)).Rows);
        Assert.Equal("ann", _events.OfType<MigrationEvent.LeaseWaiting>().First().Holder);
        Assert.Equal("ann", _events.OfType<MigrationEvent.LeaseTaken>().Last().TakenOverFrom);
    }

    [Fact]
    public async Task A_holder_that_beats_keeps_the_lease_and_the_wait_ends_with_the_runs_time()
    {
        HistoryTable table = await TableAsync();
        using Lease holder = await SeekAsync(table, "ann");
        Task<Lease> seeking = SeekAsync(table, "bob", TimeSpan.FromMinutes(2));
        await AdvanceUntilAsync(seeking, TimeSpan.FromSeconds(1));
        MigrationException error = await Assert.ThrowsAsync<MigrationException>(() => seeking);

        Assert.Equal(ErrorCodes.LeaseHeld, error.Code);
        Assert.StartsWith("the lease on keyspace shop is held by ann\nWaited 120 s; nothing was sent.", error.Message);
        await holder.EnsureHeldAsync(default);
    }

    [Fact]
    public async Task A_lease_left_behind_is_taken_at_once_by_who_holds_the_writer_lock()
    {
        HistoryTable table = await TableAsync();
        using Lease dead = await SeekAsync(table, "ann");
        dead.Abandon();
        using Lease taken = await SeekAsync(table, "bob", exclusive: true);

        Assert.Equal(2, taken.Fence);
    }

    [Fact]
    public async Task A_holder_whose_wall_clock_jumped_beats_before_it_sends()
    {
        FaultyCluster cluster = Runs.Cluster();
        HistoryTable table = await TableAsync(cluster);
        using Lease lease = await SeekAsync(table, "ann");
        _clock.UtcNow += TimeSpan.FromSeconds(11);
        int before = cluster.Count;
        await lease.EnsureHeldAsync(default);

        Assert.Equal(before + 1, cluster.Count);
        Assert.Equal(2L, (await table.ReadLeaseAsync(default)).Beat);
    }

    [Fact]
    public async Task A_write_whose_answer_is_lost_is_found_and_not_done_twice()
    {
        FaultyCluster cluster = Runs.Cluster();
        HistoryTable table = await TableAsync(cluster);
        using Lease lease = await SeekAsync(table, "ann", exclusive: true);
        cluster.Plan = (request, _) => request.Cql.StartsWith("BEGIN", StringComparison.Ordinal) ? Fault.LostAfter : null;
        await lease.WriteAsync([Row()], "hash", default);

        Assert.Equal(("hash", 2L), ((await table.ReadLeaseAsync(default)).HeadHash, (await table.ReadLeaseAsync(default)).Beat));
        Assert.Equal(1, cluster.Sent.Count(request => request.Cql.StartsWith("BEGIN", StringComparison.Ordinal)));
    }

    [Fact]
    public void Rows_are_cut_into_batches_that_stay_far_below_what_a_server_refuses()
    {
        HistoryRow[] rows = [.. Enumerable.Range(1, 3000).Select(step => new HistoryRow(1, step, [new KeyValuePair<string, object>("changes", new string('x', 400))]))];
        IReadOnlyList<IReadOnlyList<HistoryRow>> parts = HistoryTable.Split(rows);

        Assert.Equal(rows, parts.SelectMany(part => part));
        Assert.All(parts, part => Assert.InRange(part.Sum(_ => 400), 1, 256 * 1024));
        Assert.True(parts.Count > 5);
    }

    private static HistoryRow Row() => new(7, 0, [new KeyValuePair<string, object>("kind", "version")]);

    private static async Task<HistoryTable> TableAsync(FaultyCluster? cluster = null)
    {
        FaultyCluster chosen = cluster ?? Runs.Cluster();
        OwnTables tables = new("shop", "shop");
        await chosen.QueryAsync(Runs.CreateKeyspace.TrimEnd('\n', ';'));
        foreach (string statement in tables.CreateStatements(pinIds: true))
        {
            await chosen.QueryAsync(statement);
        }

        return new HistoryTable(chosen, tables, ConsistencyLevel.Serial);
    }

    private async Task<Lease> SeekAsync(HistoryTable table, string who, TimeSpan? timeout = null, bool exclusive = false)
    {
        LeaseRequest request = new(who, LeaseTime, exclusive, _clock, RandomIdSource.Instance, TimeSpan.FromSeconds(5));
        using Deadline deadline = new(_clock, timeout ?? TimeSpan.FromHours(1), CancellationToken.None);
        return await new LeaseSeeker(table, request, _events.Add).TakeAsync(deadline);
    }

    // Time moves in small steps, and everybody gets to run in between.
    private async Task AdvanceUntilAsync(Task task, TimeSpan step)
    {
        for (int i = 0; i < 1000 && !task.IsCompleted; i++)
        {
            _clock.Advance(step);
            for (int j = 0; j < 20 && !task.IsCompleted; j++)
            {
                await Task.Yield();
                await Task.Delay(1);
            }
        }
    }
}
