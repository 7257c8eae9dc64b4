using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Clusters.Drivers;
using ScyllaMigrations.Configuration;
using ScyllaMigrations.Diagnostics;
using Xunit;

namespace ScyllaMigrations.Tests.Configuration;

public sealed class ClusterConnectorTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("connector").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public async Task Without_any_cluster_there_is_an_error_and_never_a_silent_embedded_run()
    {
        MigrationException error = await Assert.ThrowsAsync<MigrationException>(() => ConnectAsync(new SettingsLayer()));
        Assert.Equal(ErrorCodes.ClusterNotGiven, error.Code);
    }

    [Fact]
    public async Task An_embedded_cluster_is_opened_by_its_file()
    {
        OpenedException opened = await Assert.ThrowsAsync<OpenedException>(() => ConnectAsync(new SettingsLayer { Embedded = "a.db" }));
        Assert.Equal("a.db", opened.Message);
    }

    [Fact]
    public async Task Contact_points_without_a_driver_are_an_error_that_lists_where_it_was_looked_for()
    {
        MigrationException error = await Assert.ThrowsAsync<MigrationException>(() => ConnectAsync(new SettingsLayer { ContactPoints = ["127.0.0.1"] }));
        Assert.Equal(ErrorCodes.DriverNotFound, error.Code);
        Assert.Contains(_folder, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_usual_folder_is_meant_when_none_is_named_and_it_is_there()
    {
        Assert.Equal(_folder, MigrationProject.DefaultFolder(_folder));
        string usual = Directory.CreateDirectory(Path.Combine(_folder, "migrations")).FullName;
        Assert.Equal(usual, MigrationProject.DefaultFolder(_folder));
    }

    private Task<ICluster> ConnectAsync(SettingsLayer parameters)
    {
        ClusterConnector connector = new()
        {
            OpenEmbedded = (file, _) => throw new OpenedException(file),
            DriverLoader = () => throw new InvalidOperationException("No driver is to be loaded here."),
            Edition = DriverEdition.Core,
            StartDirectory = _folder,
            Variable = _ => null,
        };
        return connector.ConnectAsync(SettingsResolver.Resolve(parameters, new SettingsLayer(), null, null), CancellationToken.None);
    }

    private sealed class OpenedException(string file) : Exception(file);
}
