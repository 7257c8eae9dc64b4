using System;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Clusters.Drivers;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.DriverHost;
using Xunit;

namespace ScyllaMigrations.Driver.Tests;

/// <summary>The folder that the build fills, loaded as hosts load it.</summary>
public sealed class DriverFolderTests
{
    private static readonly string[] Private = ["ScyllaMigrations.Driver", "Cassandra", "Newtonsoft.Json", "Microsoft.Extensions.Logging.Abstractions"];

    [Fact]
    public void The_folder_of_this_tree_is_found_and_loads()
    {
        IClusterProvider provider = Load(out DriverFolder folder);
        AssemblyLoadContext context = AssemblyLoadContext.GetLoadContext(provider.GetType().Assembly)!;
        Assert.NotSame(AssemblyLoadContext.Default, context);
        Assert.Equal(folder.Path, System.IO.Path.GetDirectoryName(provider.GetType().Assembly.Location));
    }

    [Theory]
    [InlineData(DriverEdition.Core)]
    [InlineData(DriverEdition.Desktop)]
    public void Neither_our_own_assemblies_nor_those_of_the_framework_lie_in_the_folder(DriverEdition edition)
    {
        string[] names = [.. DriverFolder.Find(null, _ => null, AppContext.BaseDirectory, edition).Assemblies.Select(assembly => assembly.Name.Name!)];
        Assert.Superset(Private.ToHashSet(), names.ToHashSet());
        Assert.DoesNotContain("ScyllaMigrations", names);
        Assert.DoesNotContain("ScyllaMigrations.Cql", names);
        Assert.DoesNotContain("Microsoft.Bcl.AsyncInterfaces", names);
        Assert.DoesNotContain("System.Threading.Tasks.Extensions", names);
        if (edition == DriverEdition.Core)
        {
            Assert.DoesNotContain("System.Memory", names);
            Assert.DoesNotContain("System.Text.Json", names);
        }
    }

    [Fact]
    public async Task The_loaded_driver_works_on_its_own_packages_and_our_types()
    {
        IClusterProvider provider = Load(out _);
        await using ICluster cluster = await provider.ConnectAsync(Server.Options(), CancellationToken.None);
        string keyspace = await Server.MakeKeyspaceAsync(cluster);
        await cluster.RunAsync($"CREATE TABLE {keyspace}.t (k int PRIMARY KEY, v text)");
        await cluster.RunAsync($"INSERT INTO {keyspace}.t (k, v) VALUES (?, ?)", 1, "x");
        Assert.Equal("x", (await cluster.RunAsync($"SELECT v FROM {keyspace}.t")).Rows[0]["v"]);
        await Assert.ThrowsAsync<CqlServerException>(() => cluster.RunAsync("nonsense"));

        Assembly adapter = provider.GetType().Assembly;
        Assembly driver = AssemblyLoadContext.GetLoadContext(adapter)!.Assemblies.Single(assembly => assembly.GetName().Name == "Cassandra");
        Assert.NotSame(typeof(Cassandra.ISession).Assembly, driver);
    }

    [Fact]
    public async Task The_loaded_driver_tells_errors_in_our_words()
    {
        MigrationException error = await Assert.ThrowsAsync<MigrationException>(
            () => Load(out _).ConnectAsync(new ClusterOptions { ContactPoints = ["no-such-host.invalid"] }, CancellationToken.None));
        Assert.Equal(ErrorCodes.ConnectionFailed, error.Code);
    }

    private static IClusterProvider Load(out DriverFolder folder)
    {
        folder = DriverFolder.Find(null, _ => null, AppContext.BaseDirectory, DriverEdition.Core);
        return new DriverLoader().Load(folder);
    }
}
