using System.Threading.Tasks;
using ScyllaMigrations.Drift;
using ScyllaMigrations.Embedded;
using ScyllaMigrations.Execution;
using Xunit;

namespace ScyllaMigrations.Tests.Execution;

public sealed class DataCenterTests
{
    [Theory]
    [InlineData("{'class': 'NetworkTopologyStrategy', 'dc1': 3, 'dc2': 2}")]
    [InlineData("{'class': 'NetworkTopologyStrategy', 'replication_factor': 3}")]
    [InlineData("{'class': 'NetworkTopologyStrategy', 'datacenter1': 1}")]
    [InlineData("{'class': 'SimpleStrategy', 'replication_factor': 1}")]
    public async Task An_embedded_cluster_stands_for_clusters_of_any_shape(string replication)
    {
        FaultyCluster cluster = new(EmbeddedCluster.InMemory(new EmbeddedOptions()));
        MigrationManager manager = Runs.Manager(cluster, Runs.Catalog(("1.0.0", $"CREATE KEYSPACE shop WITH replication = {replication};\nCREATE TABLE shop.t (id int PRIMARY KEY);")));
        await manager.MigrateAsync(new MigrateRequest());

        ValidationResult result = await manager.ValidateAsync();
        Assert.True(result.Valid, result.Message);
    }
}
