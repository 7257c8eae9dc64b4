using System;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using Xunit;

namespace ScyllaMigrations.Driver.Tests;

/// <summary>The real server that the tests run against, and a keyspace of its own for each test.</summary>
internal static class Server
{
    public const string Variable = "SCYLLADB_TEST_CONTACT_POINTS";

    private static int _keyspaces;

    /// <summary>The contact points; the test fails with a remark when there is none, because a skipped test looks like a passed one.</summary>
    public static string[] ContactPoints()
    {
        string? text = Environment.GetEnvironmentVariable(Variable);
        Assert.False(
            string.IsNullOrWhiteSpace(text),
            $"These tests need a real server. Start one that has nothing to lose, and set {Variable} to its HOST:PORT (several with commas).");
        return text!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    public static string Host() => ContactPoints()[0][..ContactPoints()[0].LastIndexOf(':')];

    public static int Port() => int.Parse(ContactPoints()[0].Split(':').Last(), CultureInfo.InvariantCulture);

    public static ClusterOptions Options() => new() { ContactPoints = ContactPoints() };

    public static Task<ICluster> ConnectAsync() => new CassandraClusterProvider().ConnectAsync(Options(), CancellationToken.None);

    /// <summary>Makes an empty keyspace with a name that no other test uses.</summary>
    public static async Task<string> MakeKeyspaceAsync(ICluster cluster)
    {
        string name = $"test_{Environment.ProcessId}_{Interlocked.Increment(ref _keyspaces)}";
        await cluster.RunAsync($"CREATE KEYSPACE {name} WITH replication = {{'class': 'NetworkTopologyStrategy', 'replication_factor': 1}}");
        return name;
    }

    public static Task<CqlResult> RunAsync(this ICluster cluster, string cql, params object?[] values) =>
        cluster.Session.ExecuteAsync(new CqlRequest(cql, values), CancellationToken.None);
}
