using System;
using System.Linq;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Migrations;
using Xunit;

namespace ScyllaMigrations.Tests.Migrations;

public sealed class SettingsTests
{
    private const string Select = "SELECT a FROM b;";

    [Fact]
    public void Comments_at_the_top_are_settings()
    {
        Migration migration = MigrationBuilder.Versioned("1.0.0", "x")
            .Up("-- about it\n-- @timeout 1h30m\n--@consistency each_quorum\n-- @window\n-- @allow drop-column moved to b\n-- @allow truncate  cache only \n\n" + Select).Build();
        Assert.Equal(TimeSpan.FromMinutes(90), migration.Settings.Timeout);
        Assert.Equal(ConsistencyLevel.EachQuorum, migration.Settings.Consistency);
        Assert.True(migration.Settings.Window);
        Assert.Equal([new AllowedRule("drop-column", "moved to b"), new AllowedRule("truncate", "cache only")], migration.Settings.Allowed.ToArray());
    }

    [Theory]
    [InlineData("-- @timeout", "@timeout has no argument; expected a duration such as 300s, 5m, 1h30m or 00:05:00.")]
    [InlineData("-- @timeout 300", "@timeout has '300'; expected a duration")]
    [InlineData("-- @timeout 0s", "@timeout has '0s'; expected a duration")]
    [InlineData("-- @timeout 1s\n-- @timeout 2s", "@timeout is given twice.")]
    [InlineData("-- @consistency most", "@consistency has 'most'; expected a consistency level")]
    [InlineData("-- @consistency serial", "@consistency has 'serial'; expected a consistency level")]
    [InlineData("-- @consistency 4", "@consistency has '4'; expected a consistency level")]
    [InlineData("-- @allow drop-column", "@allow has 'drop-column'; expected a rule's name and a reason")]
    [InlineData("-- @opaque", "@opaque has no argument; expected a reason")]
    [InlineData("-- @dialect oracle", "@dialect has 'oracle'; expected scylla, cassandra")]
    [InlineData("-- @Window2", "@window2 is no setting; known are")]
    [InlineData("SELECT a FROM b;\n-- @timeout 5m", "@timeout must stand at the top of the file")]
    public void A_wrong_setting_is_refused(string top, string message)
    {
        MigrationException error = Assert.Throws<MigrationException>(() => MigrationBuilder.Versioned("1.0.0", "x").Up(top + "\n" + Select).Build());
        Finding finding = Assert.Single(error.Findings);
        Assert.StartsWith(message, finding.Message);
        Assert.Equal('@', finding.LineText![finding.Column - 1]);
    }

    [Fact]
    public void What_looks_like_a_setting_in_a_string_or_body_is_none() =>
        Assert.Equal(MigrationSettings.None, MigrationBuilder.Versioned("1.0.0", "x").Up("INSERT INTO t (a) VALUES ('\n-- @nope\n');\n/*\n-- @nope\n*/ x $$\n-- @nope\n$$").Build().Settings);
}
