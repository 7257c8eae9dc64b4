using System.Collections.Generic;
using System.Net;
using System.Threading.Tasks;
using Cassandra;
using ScyllaMigrations.Clusters;
using Xunit;
using ICluster = ScyllaMigrations.Clusters.ICluster;

namespace ScyllaMigrations.Driver.Tests;

public sealed class AsMigrationClusterTests
{
    [Fact]
    public async Task A_session_of_the_program_can_be_used_and_stays_open()
    {
        using Cluster driver = Cluster.Builder().AddContactPoint(new IPEndPoint(IPAddress.Parse(Server.Host()), Server.Port())).Build();
        using ISession session = await driver.ConnectAsync();
        await using (ICluster cluster = await session.AsMigrationClusterAsync())
        {
            Assert.NotEmpty(cluster.Capabilities.Hosts);
            Assert.Contains($"{Server.Host()}:{Server.Port()}", cluster.Name, System.StringComparison.Ordinal);
            string keyspace = await Server.MakeKeyspaceAsync(cluster);
            await cluster.RunAsync($"CREATE TABLE {keyspace}.t (k int PRIMARY KEY, v map<text, int>)");
            await cluster.RunAsync($"INSERT INTO {keyspace}.t (k, v) VALUES (?, ?)", 1, new Dictionary<object, object?> { ["a"] = 1 });
            CqlResult result = await cluster.RunAsync($"SELECT v FROM {keyspace}.t");
            Assert.Equal(new Dictionary<object, object?> { ["a"] = 1 }, result.Rows[0]["v"]);
        }

        Assert.NotEmpty(await session.ExecuteAsync(new SimpleStatement("SELECT key FROM system.local")));
    }
}
