using System;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Configuration;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Execution;
using Xunit;

namespace ScyllaMigrations.Tests.Execution;

public sealed class ClusterSelectorTests
{
    [Fact]
    public async Task Without_any_cluster_there_is_an_error_and_never_a_silent_embedded_run() =>
        Assert.Equal(ErrorCodes.ClusterNotGiven, (await Assert.ThrowsAsync<MigrationException>(() => ConnectAsync(new SettingsLayer()))).Code);

    [Fact]
    public async Task An_embedded_cluster_is_opened_by_its_file() =>
        Assert.Equal("embedded a.db", (await Assert.ThrowsAsync<OpenedException>(() => ConnectAsync(new SettingsLayer { Embedded = "a.db" }))).Message);

    [Fact]
    public async Task Contact_points_load_the_driver() =>
        Assert.Equal("driver", (await Assert.ThrowsAsync<OpenedException>(() => ConnectAsync(new SettingsLayer { ContactPoints = ["127.0.0.1"] }))).Message);

    private static Task<ICluster> ConnectAsync(SettingsLayer parameters)
    {
        ClusterSelector selector = new((file, _, _) => throw new OpenedException("embedded " + file), () => throw new OpenedException("driver"));
        return Task.Run(() => selector.ConnectAsync(SettingsResolver.Resolve(parameters, new SettingsLayer(), null, null), CancellationToken.None));
    }

    private sealed class OpenedException(string what) : Exception(what);
}
