using System;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Embedded;
using ScyllaMigrations.Tests.Embedded.Log;
using Xunit;

namespace ScyllaMigrations.Tests.Embedded;

public sealed class ConditionalTests
{
    private const string Table =
        "CREATE TABLE k.h (scope text, entry bigint, step int, owner uuid static, fence bigint static, beat bigint static, note text, PRIMARY KEY ((scope), entry, step))";

    private readonly ClusterFixture _fixture = new();

    [Fact]
    public async Task A_lease_is_won_on_an_absent_partition_and_a_stale_owner_writes_nothing()
    {
        await using EmbeddedCluster cluster = await _fixture.OpenAsync(Table);
        Guid me = new("00000000-0000-4000-8000-000000000001");
        Guid other = new("00000000-0000-4000-8000-000000000002");
        const string Acquire = "UPDATE k.h SET owner = ?, fence = ?, beat = ? WHERE scope = 'k' IF owner = ? AND fence = ? AND beat = ?";
        Assert.True((await cluster.QueryAsync(Acquire, me, 1L, 1L, null, null, null)).Applied);
        CqlResult lost = await cluster.QueryAsync(Acquire, other, 1L, 1L, null, null, null);
        Assert.False(lost.Applied);
        Assert.Equal(me, lost.Rows[0]["owner"]);

        const string Batch = "BEGIN BATCH UPDATE k.h SET beat = ? WHERE scope = 'k' IF owner = ? AND fence = ?; "
            + "INSERT INTO k.h (scope, entry, step, note) VALUES ('k', 1, 0, 'x'); INSERT INTO k.h (scope, entry, step, note) VALUES ('k', 1, 1, 'y'); APPLY BATCH";
        Assert.False((await cluster.QueryAsync(Batch, 2L, other, 1L)).Applied);
        Assert.Equal("k null null", await cluster.ReadAsync("SELECT scope, entry, step FROM k.h"));
        int flushes = _fixture.Disk.Flushes;
        Assert.True((await cluster.QueryAsync(Batch, 2L, me, 1L)).Applied);
        Assert.Equal(flushes + 1, _fixture.Disk.Flushes);
        Assert.Equal("k 1 0 2 x; k 1 1 2 y", await cluster.ReadAsync("SELECT scope, entry, step, beat, note FROM k.h"));

        await using EmbeddedCluster again = await _fixture.OpenAsync();
        Assert.Equal("k 1 0 2 x; k 1 1 2 y", await again.ReadAsync("SELECT scope, entry, step, beat, note FROM k.h"));
    }

    [Fact]
    public async Task Insert_if_not_exists_answers_with_the_row_that_is_there()
    {
        await using EmbeddedCluster cluster = await _fixture.OpenAsync("CREATE TABLE k.t (a int PRIMARY KEY, b text)");
        Assert.Equal("true", await cluster.ReadAsync("INSERT INTO k.t (a, b) VALUES (1, 'x') IF NOT EXISTS"));
        Assert.Equal("false 1 x", await cluster.ReadAsync("INSERT INTO k.t (a, b) VALUES (1, 'y') IF NOT EXISTS"));
        Assert.Equal("false", await cluster.ReadAsync("UPDATE k.t SET b = 'z' WHERE a = 2 IF EXISTS"));
        Assert.Equal("false x", await cluster.ReadAsync("DELETE FROM k.t WHERE a = 1 IF b IN ('p', 'q')"));
        Assert.Equal("true", await cluster.ReadAsync("DELETE FROM k.t WHERE a = 1 IF b > 'a'"));
        Assert.Equal(string.Empty, await cluster.ReadAsync("SELECT * FROM k.t"));
    }

    [Theory]
    [InlineData("BEGIN BATCH INSERT INTO k.t (a, b) VALUES (1, 'x') IF NOT EXISTS; INSERT INTO k.t (a, b) VALUES (2, 'x'); APPLY BATCH", "2200 Batch with conditions cannot span multiple partitions")]
    [InlineData("INSERT INTO k.t (a, b) VALUES (1, 'x') IF NOT EXISTS USING TIMESTAMP 1", "2200 Cannot provide custom timestamp for conditional updates")]
    [InlineData("UPDATE k.t SET b = 'x' WHERE a = 1 IF b < null", "2200 Invalid comparison with null for operator \"<\"")]
    public async Task Wrong_conditions_are_refused(string cql, string message)
    {
        await using EmbeddedCluster cluster = await _fixture.OpenAsync("CREATE TABLE k.t (a int PRIMARY KEY, b text)");
        Assert.Equal(message, await cluster.RefusalAsync(cql));
    }
}
