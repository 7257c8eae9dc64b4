using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection;
using ScyllaMigrations.Clusters.Drivers;
using ScyllaMigrations.Diagnostics;
using Xunit;

namespace ScyllaMigrations.Tests.Clusters.Drivers;

public sealed class DriverFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("driver-folder").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void The_folder_given_is_taken_before_the_variable_and_the_module()
    {
        string given = MakeDriver("given");
        string named = MakeDriver("named");
        MakeDriver("host/drivers/cassandra/core");
        Assert.Equal(given, Find(given, named).Path);
        Assert.Equal(named, Find(null, named).Path);
        Assert.EndsWith(Path.Combine("host", "drivers", "cassandra", "core"), Find(null, null).Path, StringComparison.Ordinal);
    }

    [Fact]
    public void The_folder_above_those_of_the_editions_may_be_given()
    {
        MakeDriver("given/core");
        string desktop = MakeDriver("given/desktop");
        Assert.Equal(desktop, DriverFolder.Find(Path.Combine(_root, "given"), _ => null, _root, DriverEdition.Desktop).Path);
    }

    [Fact]
    public void A_build_in_any_configuration_finds_the_module_of_its_tree()
    {
        File.WriteAllText(Path.Combine(_root, "ScyllaMigrations.psd1"), "@{}");
        string expected = MakeDriver("module/drivers/cassandra/core");
        string start = Path.Combine(_root, "src", "Host", "bin", "Release", "net10.0");
        Assert.Equal(expected, DriverFolder.Find(null, _ => null, start, DriverEdition.Core).Path);
    }

    [Fact]
    public void Directories_outside_of_the_tree_are_not_looked_through()
    {
        MakeDriver("drivers/cassandra/core");
        MigrationException error = Assert.Throws<MigrationException>(() => Find(null, null));
        Assert.Equal(ErrorCodes.DriverNotFound, error.Code);
        Assert.DoesNotContain(Path.Combine(_root, "drivers"), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_folder_given_ends_the_search_and_is_named()
    {
        MakeDriver("host/drivers/cassandra/core");
        string missing = Path.Combine(_root, "missing");
        MigrationException error = Assert.Throws<MigrationException>(() => Find(missing, null));
        Assert.Equal(ErrorCodes.DriverNotFound, error.Code);
        Assert.Equal(
            $"the driver for Scylla and Cassandra was not found; looked in the driver path given:\n  {missing}: no such folder\n"
            + $"  {Path.Combine(missing, "core")}: no such folder",
            error.Message);
        Assert.Contains("dotnet build src/ScyllaMigrations.Driver", error.Code.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "driver.index names no adapter")]
    [InlineData("adapter One\n", "driver.index names no adapter")]
    [InlineData("adapter A.B, A\nA.dll|A\nGone.dll|Gone\n", "Gone.dll is missing")]
    [InlineData("adapter A.B, A\nA.dll\n", "driver.index is damaged at 'A.dll'")]
    [InlineData("adapter A.B, A\n../A.dll|A\n", "driver.index is damaged at '../A.dll|A'")]
    public void An_incomplete_folder_is_refused_with_what_is_missing(string index, string fault)
    {
        string folder = MakeDriver("given", index);
        MigrationException error = Assert.Throws<MigrationException>(() => Find(folder, null));
        Assert.Contains($"{folder}: {fault}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Assemblies_are_matched_by_their_indexed_names()
    {
        DriverFolder folder = Find(MakeDriver("given"), null);
        Assert.Equal("A.Provider, A", folder.AdapterType);
        Assert.Equal(Path.Combine(folder.Path, "A.dll"), folder.Match(new AssemblyName("A, Version=1.0.0.0"))?.Path);
        Assert.Null(folder.Match(new AssemblyName("A, Version=3.0.0.0")));
        Assert.Null(folder.Match(new AssemblyName("B")));
    }

    private DriverFolder Find(string? given, string? named) =>
        DriverFolder.Find(
            given,
            name => new Dictionary<string, string?>(StringComparer.Ordinal) { ["SCYLLADB_DRIVER_PATH"] = named }.GetValueOrDefault(name),
            Path.Combine(_root, "host"),
            DriverEdition.Core);

    private string MakeDriver(string name, string index = "adapter A.Provider, A\nA.dll|A, Version=2.0.0.0, Culture=neutral, PublicKeyToken=null\n")
    {
        string folder = Path.GetFullPath(Path.Combine(_root, name));
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "A.dll"), "");
        File.WriteAllText(Path.Combine(folder, DriverFolder.IndexFile), index);
        return folder;
    }
}
