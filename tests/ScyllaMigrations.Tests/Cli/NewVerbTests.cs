using System;
using System.IO;
using System.Threading.Tasks;
using Xunit;

namespace ScyllaMigrations.Tests.Cli;

public sealed class NewVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cli").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public async Task New_makes_the_files_and_names_them()
    {
        CliRun run = await CliRun.RunAsync("new", "partition stats", "--down", "--version", "1.2.3", "--path", _folder, "-o", "json");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("1.2.3", run.Json.GetProperty("version").GetString());
        Assert.Equal(2, run.Json.GetProperty("files").GetArrayLength());
        Assert.True(File.Exists(Path.Combine(_folder, "V1.2.3__partition_stats.down.cql")));
    }

    [Theory]
    [InlineData("--version: ", "new", "x", "--version", "latest")]
    [InlineData("A repeatable migration has no version; give --version or --repeatable, not both.", "new", "x", "--version", "1.0.0", "--repeatable")]
    [InlineData("Required argument missing for command: 'new'.", "new")]
    public async Task Wrong_usage_of_new_is_exit_2(string expected, params string[] args)
    {
        CliRun run = await CliRun.RunAsync([.. args, "--path", _folder]);
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("error UsageInvalid: " + expected, run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
    }
}
