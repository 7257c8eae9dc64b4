using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Drift;
using ScyllaMigrations.Execution;
using ScyllaMigrations.Migrations;
using Xunit;

namespace ScyllaMigrations.Tests.Execution;

public sealed class KillTests
{
    private static readonly MigrationCatalog Catalog = Runs.Catalog(
        ("1.0.0", Runs.CreateKeyspace
            + "CREATE TYPE addr (street text);\n"
            + "CREATE TABLE pins (cid text PRIMARY KEY, size int, note text);\n"
            + "INSERT INTO pins (cid, size) VALUES ('a', 1);\n"
            + "INSERT INTO pins (cid, size) VALUES ('b', 2);\n"
            + "CREATE INDEX pins_size ON pins (size);\n"),
        ("1.1.0", "ALTER TABLE pins ADD home frozen<addr>;\nALTER TABLE pins DROP note;\nCREATE TABLE temp (id int PRIMARY KEY);\nDROP TABLE temp;\n"),
        ("1.2.0", "UPDATE pins SET size = 3 WHERE cid = 'a';\nCREATE TABLE owners (id int PRIMARY KEY);\nSELECT cid FROM pins;\n"));

    private const int SchemaChanges = 9;

    public static TheoryData<bool, bool> Ways() => new() { { false, false }, { true, false }, { false, true }, { true, true } };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Killed_at_any_request_the_next_run_goes_on_and_nothing_is_done_twice(bool afterIt, bool gossips)
    {
        // With drawn ids every second request is enough: what differs is the statement's text and its fingerprint.
        for (int at = 1; ; at += gossips ? 2 : 1)
        {
            FaultyCluster cluster = Runs.Cluster();
            cluster.Capabilities = cluster.Capabilities with { GossipsSchema = gossips };
            cluster.Plan = (_, number) => number == at ? afterIt ? Fault.KillAfter : Fault.KillBefore : null;
            bool killed = await RunKilledAsync(cluster);
            FaultyCluster survivor = Survivor(cluster);
            MigrationResult result;
            try
            {
                result = await Runs.Manager(survivor, Catalog).MigrateAsync(Consent());
            }
            catch (MigrationException exception)
            {
                throw new InvalidOperationException($"Killed at request {at}: {exception.Code}: {exception.Message}", exception);
            }

            await AssertDoneOnceAsync(at, cluster, survivor, result);
            if (!killed)
            {
                Assert.True(at > 30, $"only {at} requests");
                return;
            }
        }
    }

    [Fact]
    public async Task Killed_twice_the_third_run_goes_on()
    {
        for (int at = 5; at < 60; at += 3)
        {
            FaultyCluster first = Runs.Cluster();
            first.Plan = (_, number) => number == at ? Fault.KillAfter : null;
            if (!await RunKilledAsync(first))
            {
                return;
            }

            FaultyCluster second = Survivor(first);
            second.Plan = (_, number) => number == 30 ? Fault.KillBefore : null;
            await RunKilledAsync(second);
            FaultyCluster third = Survivor(second);
            await Runs.Manager(third, Catalog).MigrateAsync(Consent());
            Assert.Equal("1.2.0", (await Runs.Manager(third, Catalog).GetStatusAsync()).CurrentVersion);
            Assert.Equal(SchemaChanges, Schema(first).Concat(Schema(second)).Concat(Schema(third)).Count());
        }
    }

    [Fact]
    public async Task After_a_baseline_whose_schema_is_in_no_file_a_killed_run_goes_on_too()
    {
        MigrationCatalog catalog = Runs.Catalog(("1.1.0", "ALTER TABLE pins ADD a int;\nALTER TABLE pins ADD b int;\nCREATE TABLE z (id int PRIMARY KEY);\nALTER TABLE z ADD c int;"));
        for (int at = 1; ; at++)
        {
            FaultyCluster cluster = await BaselinedAsync();
            cluster.Plan = (_, number) => number == at ? Fault.KillAfter : null;
            bool killed = false;
            try
            {
                await Runs.Manager(cluster, catalog).MigrateAsync(new MigrateRequest());
            }
            catch (ProcessKilledException)
            {
                killed = true;
            }

            FaultyCluster survivor = Survivor(cluster);
            await Runs.Manager(survivor, catalog).MigrateAsync(new MigrateRequest());
            Assert.Equal(4, cluster.Migrated().Concat(survivor.Migrated()).Count());
            Assert.Equal("1.1.0", (await Runs.Manager(survivor, catalog).GetStatusAsync()).CurrentVersion);
            Assert.True((await Runs.Manager(survivor, catalog).ValidateAsync()).Valid);
            if (!killed)
            {
                return;
            }
        }
    }

    // A keyspace that was taken over as it is: the tables are there, their statements in no file.
    private static async Task<FaultyCluster> BaselinedAsync()
    {
        FaultyCluster cluster = Runs.Cluster();
        OwnTables tables = new("shop", "shop");
        await cluster.QueryAsync(Runs.CreateKeyspace.TrimEnd('\n', ';'));
        await cluster.QueryAsync("CREATE TABLE shop.pins (cid text PRIMARY KEY, size int)");
        foreach (string statement in tables.CreateStatements(pinIds: false))
        {
            await cluster.QueryAsync(statement);
        }

        HistoryChain chain = new(new MigrationManagerOptions(), HistorySnapshot.Empty);
        HistoryEntry entry = chain.Add(new HistoryEntry
        {
            Entry = 0, Action = HistoryAction.Adopted, Kind = MigrationKind.Baseline, Version = "1.0.0", Description = "as found", AppliedAt = DateTimeOffset.UnixEpoch, DurationMilliseconds = 0,
        });
        ManualClock clock = new();
        using Deadline deadline = new(clock, TimeSpan.FromHours(1), default);
        HistoryTable table = new(cluster, tables, ScyllaMigrations.Clusters.ConsistencyLevel.Serial);
        LeaseRequest request = new("test", TimeSpan.FromSeconds(20), Exclusive: true, clock, ScyllaMigrations.Clusters.RandomIdSource.Instance, TimeSpan.FromSeconds(5));
        using Lease lease = await new LeaseSeeker(table, request, _ => { }).TakeAsync(deadline);
        await lease.WriteAsync([HistoryRows.Of(entry)], chain.Head, default);
        await lease.ReleaseAsync(default);
        return Survivor(cluster);
    }

    private static MigrateRequest Consent() => new() { AllowDataLoss = true };

    private static async Task<bool> RunKilledAsync(FaultyCluster cluster)
    {
        try
        {
            await Runs.Manager(cluster, Catalog).MigrateAsync(Consent());
            return false;
        }
        catch (ProcessKilledException)
        {
            return true;
        }
    }

    // The process is gone; the cluster beneath is the same.
    private static FaultyCluster Survivor(FaultyCluster dead) => new(dead.Inner) { Capabilities = dead.Capabilities };

    private static IEnumerable<string> Schema(FaultyCluster cluster) =>
        cluster.Migrated().Where(cql => !cql.StartsWith("INSERT", StringComparison.Ordinal) && !cql.StartsWith("UPDATE", StringComparison.Ordinal));

    private static async Task AssertDoneOnceAsync(int at, FaultyCluster before, FaultyCluster after, MigrationResult result)
    {
        string where = $"killed at request {at}, then: {string.Join(" | ", after.Migrated())}";
        List<string> schema = [.. Schema(before).Concat(Schema(after)).Select(cql => cql.Contains(" id = ", StringComparison.Ordinal) ? cql[..cql.IndexOf(" id = ", StringComparison.Ordinal)] : cql)];
        Assert.True(schema.Distinct().Count() == schema.Count, "sent twice: " + where);
        IEnumerable<IGrouping<string, long?>> rows = before.Sent.Concat(after.Sent)
            .Where(request => request.Cql.Contains("shop.pins", StringComparison.Ordinal) && request.TimestampMicros is not null)
            .GroupBy(request => request.Cql, request => request.TimestampMicros);
        Assert.All(rows, sendings => Assert.Single(sendings.Distinct()));
        MigrationManager manager = Runs.Manager(after, Catalog);
        SchemaStatus status = await manager.GetStatusAsync();
        ValidationResult validation = await manager.ValidateAsync();
        Assert.True(status is { CurrentVersion: "1.2.0", MigrationsNeeded: false }, $"{status.Message}; {where}");
        Assert.True(validation.Valid, $"{validation.Message}; {where}");
        IReadOnlyList<HistoryRecord> history = await manager.GetHistoryAsync();
        Assert.Equal(["1.0.0", "1.1.0", "1.2.0"], history.Select(record => record.Version));
        Assert.All(history, record => Assert.True(record.ChainIntact));
        Assert.Equal(3, (await after.QueryAsync("SELECT version FROM shop.schema_version")).Count);
        Assert.Equal(["3", "2"], (await after.QueryAsync("SELECT cid, size FROM shop.pins")).OrderBy(row => row["cid"]).Select(row => row["size"]!.ToString()));
        Assert.Equal("1.2.0", result.ToVersion);
    }
}
