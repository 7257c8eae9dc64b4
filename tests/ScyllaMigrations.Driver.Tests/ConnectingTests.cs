using System;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Diagnostics;
using Xunit;

namespace ScyllaMigrations.Driver.Tests;

public sealed class ConnectingTests
{
    [Fact]
    public async Task The_cluster_tells_what_it_is()
    {
        await using ICluster cluster = await Server.ConnectAsync();
        ClusterCapabilities found = cluster.Capabilities;
        Assert.Equal(string.Join(",", Server.ContactPoints()), cluster.Name);
        Assert.Matches("^[0-9]+[.][0-9]+", found.ReleaseVersion);
        Assert.Equal(found.Dialect.Product == ServerProduct.Cassandra && found.Dialect.Version < new Version(5, 1), found.GossipsSchema);
        Assert.False(found.HasWriterLock);
        Assert.NotEmpty(found.LocalDataCenter);
        Assert.EndsWith("Partitioner", found.Partitioner, StringComparison.Ordinal);
        Assert.All(found.Hosts, host => Assert.True(host.IsUp, $"{host.Address} is down"));
        Assert.All(found.Hosts, host => Assert.NotEqual(Guid.Empty, host.Id));
        Assert.Equal(found.Hosts.OrderBy(host => host.Id.ToString(), StringComparer.Ordinal), found.Hosts);
    }

    [Fact]
    public async Task The_switches_of_the_server_are_those_that_it_acts_on()
    {
        await using ICluster cluster = await Server.ConnectAsync();
        string keyspace = await Server.MakeKeyspaceAsync(cluster);
        await cluster.RunAsync($"CREATE TABLE {keyspace}.t (k int, c int, PRIMARY KEY (k, c))");
        Exception? error = await Record.ExceptionAsync(() => cluster.RunAsync(
            $"CREATE MATERIALIZED VIEW {keyspace}.v AS SELECT * FROM {keyspace}.t WHERE k IS NOT NULL AND c IS NOT NULL PRIMARY KEY (c, k)"));
        Assert.Equal(cluster.Capabilities.Dialect.Features.MaterializedViews, error is null);
    }

    [Fact]
    public async Task A_dialect_that_is_given_is_taken()
    {
        await using ICluster cluster = await new CassandraClusterProvider().ConnectAsync(Server.Options() with { Dialect = "cassandra-4.1" }, CancellationToken.None);
        Assert.Equal("cassandra-4.1", cluster.Capabilities.Dialect.Name);
    }

    [Fact]
    public async Task A_refused_connection_is_told_for_each_host()
    {
        int free = FreePort();
        MigrationException error = await FailAsync(new ClusterOptions { ContactPoints = [$"127.0.0.1:{free}", $"127.0.0.2:{free}"] });
        Assert.Equal(
            $"failed to connect to ScyllaDB cluster\n  127.0.0.1:{free}: connection refused\n  127.0.0.2:{free}: connection refused", error.Message);
    }

    [Fact]
    public async Task One_contact_point_that_answers_is_enough()
    {
        await using ICluster cluster = await new CassandraClusterProvider().ConnectAsync(
            new ClusterOptions { ContactPoints = [$"127.0.0.1:{FreePort()}", .. Server.ContactPoints()] }, CancellationToken.None);
        Assert.NotEmpty(cluster.Capabilities.Hosts);
    }

    [Fact]
    public async Task A_port_that_never_answers_ends_the_wait_in_time()
    {
        using TcpListener silent = new(IPAddress.Loopback, 0);
        silent.Start();
        string point = silent.LocalEndpoint.ToString()!;
        MigrationException error = await FailAsync(new ClusterOptions { ContactPoints = [point], ConnectTimeout = TimeSpan.FromSeconds(1) });
        Assert.StartsWith($"failed to connect to ScyllaDB cluster\n  {point}: no answer ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_of_another_protocol_is_named_as_such()
    {
        using TcpListener web = new(IPAddress.Loopback, 0);
        web.Start();
        Task answering = AnswerAsync(web, "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
        MigrationException error = await FailAsync(new ClusterOptions { ContactPoints = [web.LocalEndpoint.ToString()!] });
        Assert.StartsWith($"failed to connect to ScyllaDB cluster\n  {web.LocalEndpoint}: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("native protocol", error.Message, StringComparison.Ordinal);
        web.Stop();
        await answering;
    }

    [Fact]
    public async Task A_name_that_is_none_is_named()
    {
        MigrationException error = await FailAsync(new ClusterOptions { ContactPoints = ["no-such-host.invalid"] });
        Assert.StartsWith(
            "failed to connect to ScyllaDB cluster\n  no-such-host.invalid:9042: the name cannot be resolved", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_local_data_centre_is_named_with_those_there_are()
    {
        await using ICluster cluster = await Server.ConnectAsync();
        MigrationException error = await FailAsync(Server.Options() with { LocalDataCenter = "nowhere" });
        Assert.StartsWith(
            "failed to connect to ScyllaDB cluster\n  the local data centre 'nowhere' is none of the cluster's: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(cluster.Capabilities.LocalDataCenter, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("host:port")]
    [InlineData(":9042")]
    [InlineData("host:70000")]
    public async Task A_text_that_is_no_contact_point_is_a_wrong_setting(string text)
    {
        MigrationException error = await Assert.ThrowsAsync<MigrationException>(
            () => new CassandraClusterProvider().ConnectAsync(new ClusterOptions { ContactPoints = [text] }, CancellationToken.None));
        Assert.Equal(ErrorCodes.ConfigurationInvalid, error.Code);
        Assert.Contains($"'{text}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connecting_can_be_cancelled()
    {
        using TcpListener silent = new(IPAddress.Loopback, 0);
        silent.Start();
        using CancellationTokenSource cancel = new();
        Task<ICluster> connecting = new CassandraClusterProvider().ConnectAsync(
            new ClusterOptions { ContactPoints = [silent.LocalEndpoint.ToString()!], ConnectTimeout = TimeSpan.FromMinutes(5) }, cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connecting);
    }

    private static async Task<MigrationException> FailAsync(ClusterOptions options)
    {
        MigrationException error = await Assert.ThrowsAsync<MigrationException>(() => new CassandraClusterProvider().ConnectAsync(options, CancellationToken.None));
        Assert.Equal(ErrorCodes.ConnectionFailed, error.Code);
        return error;
    }

    private static async Task AnswerAsync(TcpListener listener, byte[] answer)
    {
        try
        {
            while (true)
            {
                using TcpClient client = await listener.AcceptTcpClientAsync();
                NetworkStream stream = client.GetStream();
                await stream.ReadAtLeastAsync(new byte[9], 1);
                await stream.WriteAsync(answer);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or System.IO.IOException)
        {
            // The listener was stopped, or the driver hung up.
        }
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
