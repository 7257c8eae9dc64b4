using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Diagnostics;
using Xunit;

namespace ScyllaMigrations.Driver.Tests.Requests;

public sealed class SessionTests : IAsyncLifetime
{
    private ICluster _cluster = null!;
    private string _table = string.Empty;

    public async Task InitializeAsync()
    {
        _cluster = await Server.ConnectAsync();
        _table = await Server.MakeKeyspaceAsync(_cluster) + ".t";
        await _cluster.RunAsync($"CREATE TABLE {_table} (k int, c int, v text, s int static, PRIMARY KEY (k, c))");
    }

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Theory]
    [InlineData("SELEC 1", 0x2000)]
    [InlineData("SELECT nope FROM {0}", 0x2200)]
    [InlineData("ALTER TABLE {0} WITH gc_grace_seconds = -1", 0x2300)]
    [InlineData("CREATE TABLE {0} (k int PRIMARY KEY)", 0x2400)]
    [InlineData("DROP KEYSPACE system", 0x2100)]
    public async Task An_error_of_the_server_has_its_code_and_text(string cql, int code)
    {
        CqlServerException error = await Assert.ThrowsAsync<CqlServerException>(() => _cluster.RunAsync(cql.Replace("{0}", _table, StringComparison.Ordinal)));
        Assert.Equal(code, error.ServerCode);
        Assert.Equal(ErrorCodes.StatementFailed, error.Code);
        Assert.NotEmpty(error.Message);
    }

    [Fact]
    public async Task A_wrong_statement_with_values_has_the_same_error()
    {
        CqlServerException error = await Assert.ThrowsAsync<CqlServerException>(() => _cluster.RunAsync("SELECT nope FROM " + _table + " WHERE k = ?", 1));
        Assert.Equal(0x2200, error.ServerCode);
        Assert.Contains("nope", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_number_of_values_is_refused_before_it_is_sent() =>
        await Assert.ThrowsAsync<ArgumentException>(() => _cluster.RunAsync($"INSERT INTO {_table} (k, c) VALUES (?, ?)", 1));

    [Fact]
    public async Task A_conditional_batch_is_applied_as_a_whole_or_not_at_all()
    {
        string batch = $"BEGIN BATCH UPDATE {_table} SET s = ? WHERE k = ? IF s = ?; INSERT INTO {_table} (k, c, v) VALUES (?, ?, ?); APPLY BATCH";
        CqlResult first = await _cluster.RunAsync(batch, 1, 7, null, 7, 1, "a");
        Assert.True(first.Applied);
        CqlResult second = await _cluster.RunAsync(batch, 2, 7, null, 7, 2, "b");
        Assert.False(second.Applied);
        Assert.Equal(1, second.Rows[0]["s"]);
        CqlResult rows = await _cluster.Session.ExecuteAsync(
            new CqlRequest($"SELECT c, s FROM {_table} WHERE k = ?", [7]) { Consistency = ConsistencyLevel.Serial }, CancellationToken.None);
        Assert.Equal([1], rows.Rows.Select(row => row.Get<int>("c")));
    }

    [Fact]
    public async Task Serial_consistency_and_preparation_are_taken()
    {
        CqlResult result = await _cluster.Session.ExecuteAsync(
            new CqlRequest($"INSERT INTO {_table} (k, c) VALUES (1, 1) IF NOT EXISTS") { SerialConsistency = ConsistencyLevel.LocalSerial, Prepare = true },
            CancellationToken.None);
        Assert.True(result.Applied);
    }

    [Fact]
    public async Task All_pages_are_read()
    {
        for (int c = 0; c < 11_000; c += 1000)
        {
            string inserts = string.Join(";", Enumerable.Range(c, 1000).Select(i => $"INSERT INTO {_table} (k, c) VALUES (1, {i})"));
            await _cluster.RunAsync($"BEGIN UNLOGGED BATCH {inserts}; APPLY BATCH");
        }

        CqlResult result = await _cluster.RunAsync($"SELECT c FROM {_table} WHERE k = 1");
        Assert.Equal(Enumerable.Range(0, 11_000), result.Rows.Select(row => row.Get<int>("c")));
    }

    [Fact]
    public async Task A_timestamp_that_is_given_is_written_and_else_the_server_chooses()
    {
        await _cluster.Session.ExecuteAsync(new CqlRequest($"INSERT INTO {_table} (k, c, v) VALUES (1, 1, 'a')") { TimestampMicros = 1234567 }, CancellationToken.None);
        Assert.Equal(1234567L, (await _cluster.RunAsync($"SELECT writetime(v) AS w FROM {_table} WHERE k = 1")).Rows[0]["w"]);
        await _cluster.RunAsync($"INSERT INTO {_table} (k, c, v) VALUES (2, 1, 'a')");
        Assert.True((await _cluster.RunAsync($"SELECT writetime(v) AS w FROM {_table} WHERE k = 2")).Rows[0].Get<long>("w") > 1_700_000_000_000_000);
    }

    [Fact]
    public async Task A_pinned_request_goes_to_its_host()
    {
        foreach (ClusterHost host in _cluster.Capabilities.Hosts)
        {
            CqlResult result = await _cluster.Session.ExecuteAsync(new CqlRequest("SELECT host_id FROM system.local") { Host = host.Id }, CancellationToken.None);
            Assert.Equal(host.Id, result.Rows[0]["host_id"]);
            Assert.Equal(host.Id, result.Host);
        }
    }

    [Fact]
    public async Task A_request_pinned_to_a_host_that_is_not_there_is_not_sent()
    {
        Guid gone = new("01020304-0506-4708-890a-0b0c0d0e0f10");
        MigrationException error = await Assert.ThrowsAsync<MigrationException>(
            () => _cluster.Session.ExecuteAsync(new CqlRequest($"DROP TABLE {_table}") { Host = gone }, CancellationToken.None));
        Assert.Equal(ErrorCodes.ConnectionFailed, error.Code);
        Assert.Equal($"failed to connect to ScyllaDB cluster\n  {gone}: no such host in the cluster any more", error.Message);
    }

    [Fact]
    public async Task Warnings_come_with_the_answer()
    {
        string keyspace = _table[..^2] + "_w";
        CqlResult result = await _cluster.RunAsync(
            $"CREATE KEYSPACE {keyspace} WITH replication = {{'class': 'SimpleStrategy', 'replication_factor': 99}}");
        Assert.NotEmpty(result.Warnings);
        await _cluster.RunAsync($"DROP KEYSPACE {keyspace}");
    }

    [Fact]
    public async Task A_cancelled_request_is_not_sent()
    {
        using CancellationTokenSource cancel = new();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _cluster.Session.ExecuteAsync(new CqlRequest($"DROP TABLE {_table}"), cancel.Token));
        Assert.Empty((await _cluster.RunAsync($"SELECT * FROM {_table}")).Rows);
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_and_the_session_goes_on()
    {
        using CancellationTokenSource cancel = new();
        Task<CqlResult> running = _cluster.Session.ExecuteAsync(new CqlRequest($"CREATE INDEX i ON {_table} (v)"), cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Empty((await _cluster.RunAsync($"SELECT * FROM {_table}")).Rows);
    }

    [Fact]
    public async Task All_hosts_agree_on_the_schema()
    {
        SchemaAgreement agreement = await _cluster.GetSchemaAgreementAsync(CancellationToken.None);
        Assert.True(agreement.InAgreement);
        Assert.Equal(
            _cluster.Capabilities.Hosts.Select(host => host.Address).Order(StringComparer.Ordinal),
            Assert.Single(agreement.Versions).Value.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_writer_lock_is_given_at_once()
    {
        await using IAsyncDisposable one = await _cluster.EnterWriterAsync(TimeSpan.Zero, CancellationToken.None);
        await using IAsyncDisposable two = await _cluster.EnterWriterAsync(TimeSpan.Zero, CancellationToken.None);
        Assert.NotNull(two);
    }
}
