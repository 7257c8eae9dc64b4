using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Configuration;
using ScyllaMigrations.Execution;
using ScyllaMigrations.Migrations;
using Xunit;

namespace ScyllaMigrations.Tests.Execution;

public sealed class MigrationSetupTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("setup").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Theory]
    [InlineData("GITHUB_ACTOR")]
    [InlineData("BUILD_REQUESTEDFOR")]
    [InlineData("GITLAB_USER_LOGIN")]
    public async Task On_a_CI_system_the_one_who_started_the_pipeline_is_the_actor(string variable) =>
        Assert.Equal("octocat", (await ReadAsync(new SettingsLayer(), name => name == variable ? "octocat" : null)).Actor);

    [Fact]
    public async Task Elsewhere_it_is_the_user_of_the_operating_system() =>
        Assert.Equal(Environment.UserName, (await ReadAsync(new SettingsLayer(), _ => null)).Actor);

    [Fact]
    public async Task A_manager_takes_its_options_from_the_settings()
    {
        MigrationManagerOptions options = (await ReadAsync(
            new SettingsLayer { Keyspace = "ks", MigrationTimeout = TimeSpan.FromSeconds(7), MinimumVersion = MigrationVersion.Parse("1.0.0") }, _ => null)).ManagerOptions();
        Assert.Equal(("ks", TimeSpan.FromSeconds(7), "1.0.0"), (options.Keyspace, options.Timeout, options.MinimumVersion!.ToString()));
        Assert.True(MigrationVersion.TryParse(options.ToolVersion!, out _));
    }

    [Fact]
    public void The_usual_folder_is_meant_when_none_is_named_and_it_is_there()
    {
        Assert.Equal(_folder, MigrationSetup.DefaultPath(_folder));
        string usual = Directory.CreateDirectory(Path.Combine(_folder, "migrations")).FullName;
        Assert.Equal(usual, MigrationSetup.DefaultPath(_folder));
    }

    private Task<MigrationSetup> ReadAsync(SettingsLayer parameters, Func<string, string?> variable) =>
        MigrationSetup.ReadAsync(new MigrationSetupRequest { Path = _folder, Parameters = parameters, Variable = variable }, CancellationToken.None);
}
