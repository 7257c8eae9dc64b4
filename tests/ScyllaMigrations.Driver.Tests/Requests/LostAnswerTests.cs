using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using Xunit;

namespace ScyllaMigrations.Driver.Tests.Requests;

/// <summary>
/// Answers that get lost on the way, with toxiproxy between this program and the server. Without that program (TOXIPROXY_SERVER names its file, or it lies
/// on the path) there is nothing to test, and the tests pass.
/// </summary>
public sealed class LostAnswerTests : IAsyncLifetime
{
    private Process? _proxy;
    private HttpClient _http = null!;
    private ICluster _direct = null!;
    private string _table = string.Empty;
    private int _port;

    public async Task InitializeAsync()
    {
        _direct = await Server.ConnectAsync();
        _table = await Server.MakeKeyspaceAsync(_direct) + ".t";
        await _direct.RunAsync($"CREATE TABLE {_table} (k int PRIMARY KEY)");
        if (FindToxiproxy() is not { } program)
        {
            return;
        }

        int api = FreePort();
        _port = FreePort();
        _proxy = Process.Start(new ProcessStartInfo(program, ["-host", "127.0.0.1", "-port", $"{api}"]) { RedirectStandardOutput = true, RedirectStandardError = true });
        _http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{api}") };
        await UntilAsync(async () => (await _http.GetAsync("/version")).IsSuccessStatusCode);
        await PostAsync("/proxies", new { name = "cql", listen = $"127.0.0.1:{_port}", upstream = $"{Server.Host()}:{Server.Port()}", enabled = true });
    }

    public async Task DisposeAsync()
    {
        _proxy?.Kill();
        _proxy?.Dispose();
        _http?.Dispose();
        await _direct.DisposeAsync();
    }

    [Fact]
    public async Task An_answer_that_does_not_come_in_time_leaves_the_outcome_open()
    {
        if (_proxy is null)
        {
            return;
        }

        await using ICluster cluster = await ConnectAsync();
        await PostAsync("/proxies/cql/toxics", new { name = "silence", type = "timeout", stream = "downstream", attributes = new { timeout = 0 } });
        AmbiguousRequestException error = await Assert.ThrowsAsync<AmbiguousRequestException>(() => InsertAsync(cluster));
        Assert.Equal(cluster.Capabilities.Hosts[0].Id, error.Host);

        // The server had got it all the same.
        await UntilAsync(async () => (await _direct.RunAsync($"SELECT k FROM {_table}")).Rows.Count == 1);
    }

    [Fact]
    public async Task A_connection_that_breaks_before_the_answer_leaves_the_outcome_open()
    {
        if (_proxy is null)
        {
            return;
        }

        await using ICluster cluster = await ConnectAsync();
        await PostAsync("/proxies/cql/toxics", new { name = "cut", type = "reset_peer", stream = "downstream", attributes = new { timeout = 0 } });
        AmbiguousRequestException error = await Assert.ThrowsAsync<AmbiguousRequestException>(() => InsertAsync(cluster));
        Assert.Equal(cluster.Capabilities.Hosts[0].Id, error.Host);
    }

    [Fact]
    public async Task Cancelling_does_not_wait_for_a_server_that_is_silent()
    {
        if (_proxy is null)
        {
            return;
        }

        await using ICluster cluster = await ConnectAsync();
        await PostAsync("/proxies/cql/toxics", new { name = "silence", type = "timeout", stream = "downstream", attributes = new { timeout = 0 } });
        using CancellationTokenSource cancel = new();
        Task<CqlResult> running = cluster.Session.ExecuteAsync(new CqlRequest($"INSERT INTO {_table} (k) VALUES (1)") { Timeout = TimeSpan.FromHours(1) }, cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task A_server_that_went_away_is_told_by_host()
    {
        if (_proxy is null)
        {
            return;
        }

        await using ICluster cluster = await ConnectAsync();
        await PostAsync("/proxies/cql", new { enabled = false });

        // The first request may still find the old connection, and lose its answer with it.
        Exception? last = null;
        await UntilAsync(async () =>
        {
            last = await Record.ExceptionAsync(() => InsertAsync(cluster));
            return last is not AmbiguousRequestException;
        });
        Diagnostics.MigrationException error = Assert.IsType<Diagnostics.MigrationException>(last);
        Assert.StartsWith("failed to connect to ScyllaDB cluster\n", error.Message, StringComparison.Ordinal);
        Assert.Contains($"127.0.0.1:{_port}", error.Message, StringComparison.Ordinal);
    }

    private static string? FindToxiproxy()
    {
        string? named = Environment.GetEnvironmentVariable("TOXIPROXY_SERVER");
        return File.Exists(named)
            ? named
            : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "toxiproxy-server")).FirstOrDefault(File.Exists);
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        for (int i = 0; ; i++)
        {
            try
            {
                if (await condition())
                {
                    return;
                }
            }
            catch (HttpRequestException) when (i < 200)
            {
                // Not listening yet.
            }

            Assert.True(i < 200, "What is waited for does not happen.");
            await Task.Delay(50);
        }
    }

    private Task<ICluster> ConnectAsync() =>
        new CassandraClusterProvider().ConnectAsync(new ClusterOptions { ContactPoints = [$"127.0.0.1:{_port}"] }, CancellationToken.None);

    private Task<CqlResult> InsertAsync(ICluster cluster) =>
        cluster.Session.ExecuteAsync(
            new CqlRequest($"INSERT INTO {_table} (k) VALUES (1)") { Host = cluster.Capabilities.Hosts[0].Id, Timeout = TimeSpan.FromSeconds(1) }, CancellationToken.None);

    private async Task PostAsync(string path, object body)
    {
        using HttpResponseMessage answer = await _http.PostAsJsonAsync(path, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
