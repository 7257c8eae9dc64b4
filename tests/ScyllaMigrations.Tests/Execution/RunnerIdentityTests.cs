using System;
using ScyllaMigrations.Configuration;
using ScyllaMigrations.Execution;
using ScyllaMigrations.Migrations;
using Xunit;

namespace ScyllaMigrations.Tests.Execution;

public sealed class RunnerIdentityTests
{
    [Theory]
    [InlineData("GITHUB_ACTOR")]
    [InlineData("BUILD_REQUESTEDFOR")]
    [InlineData("GITLAB_USER_LOGIN")]
    public void On_a_CI_system_the_one_who_started_the_pipeline_is_the_actor(string variable) =>
        Assert.Equal("octocat", RunnerIdentity.OfProcess(name => name == variable ? "octocat" : null).Actor);

    [Fact]
    public void Elsewhere_it_is_the_user_of_the_operating_system() =>
        Assert.Equal(Environment.UserName, RunnerIdentity.OfProcess(_ => null).Actor);

    [Fact]
    public void The_tool_s_version_is_a_plain_version() =>
        Assert.True(MigrationVersion.TryParse(RunnerIdentity.OfProcess(_ => null).ToolVersion, out _));

    [Fact]
    public void A_manager_takes_its_options_from_the_settings()
    {
        EffectiveSettings settings = SettingsResolver.Resolve(
            new SettingsLayer { Keyspace = "ks", MigrationTimeout = TimeSpan.FromSeconds(7), MinimumVersion = MigrationVersion.Parse("1.0.0") }, new SettingsLayer(), null, null);
        MigrationManagerOptions options = MigrationManagerOptions.Of(settings, new RunnerIdentity("a", "h", "1.2.3"));
        Assert.Equal(("ks", TimeSpan.FromSeconds(7), "1.0.0", "a", "h", "1.2.3"),
            (options.Keyspace, options.Timeout, options.MinimumVersion!.ToString(), options.Actor, options.Host, options.ToolVersion));
    }
}
