using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Configuration;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Tests.Migrations;
using Xunit;

namespace ScyllaMigrations.Tests.Configuration;

public sealed class ConfigurationFileTests
{
    private const string Full = """
        {
          // comments are fine
          "keyspace": "pins",
          "replication": { "class": "NetworkTopologyStrategy", "dc1": 3, "dc2": "2" },
          "dialect": "scylla-2025.4",
          "minimumVersion": "1.0.0",
          "variables": { "factor": 1, "on": true, "name": "it's" },
          "tls": { "caFile": "ca.pem" },
          "policy": { "migrationTimeout": "10m", "autoMigrate": false, "lint": { "truncate": "off", "drop-table": "error" } },
          "environments": {
            "production": { "contactPoints": ["db1", "db2:9043"], "port": 9142, "replication": "{'class': 'NetworkTopologyStrategy', 'dc1': 3}", "variables": { "factor": "3" } },
            "local": { "embedded": "local.db" },
          },
        }
        """;

    private static ConfigurationFile Parse(string text) => ConfigurationFile.Parse(new SourceText("scylla-migrations.json", text));

    [Fact]
    public void Every_setting_is_read()
    {
        ConfigurationFile file = Parse(Full);
        Assert.Equal("pins", file.Settings.Keyspace);
        Assert.Equal("{'class': 'NetworkTopologyStrategy', 'dc1': 3, 'dc2': '2'}", file.Settings.Replication);
        Assert.Equal("scylla-2025.4", file.Settings.Dialect!.Name);
        Assert.Equal("1.0.0", file.Settings.MinimumVersion!.ToString());
        Assert.Equal(["factor=1", "on=true", "name=it's"], file.Settings.Variables.Select(pair => $"{pair.Key}={pair.Value}"));
        Assert.Equal((TimeSpan.FromMinutes(10), false, null), (file.Settings.MigrationTimeout, file.Settings.AutoMigrate, file.Settings.ValidateSchema));
        Assert.Null(file.Settings.Lint["truncate"]);
        Assert.Equal(FindingSeverity.Error, file.Settings.Lint["drop-table"]);
        Assert.Equal(["db1", "db2:9043"], file.Environments["production"].ContactPoints!);
        Assert.Equal("local.db", file.Environments["local"].Embedded);
    }

    [Fact]
    public async Task Paths_are_relative_to_the_folder_of_the_file()
    {
        using TempFolder folder = new();
        Assert.Null(await ConfigurationFile.LoadAsync(folder.Path, CancellationToken.None));
        folder.With("scylla-migrations.json", Full);
        ConfigurationFile file = (await ConfigurationFile.LoadAsync(folder.Path, CancellationToken.None))!;
        Assert.Equal(Path.Combine(folder.Path, "local.db"), file.Environments["local"].Embedded);
        Assert.Equal(Path.Combine(folder.Path, "ca.pem"), file.Settings.TlsCaFile);
    }

    [Theory]
    [InlineData("{ \"keyspace\": \"a\" \"b\" }", 1, 19, "This is not JSON:")]
    [InlineData("{\n \"ü\": 1,\n}", 2, 2, "\"ü\" is no setting here; known are keyspace, replication,")]
    [InlineData("{ \"keyspace\": 5 }", 1, 15, "Found 5; expected a text.")]
    [InlineData("{ \"keyspace\": \"a\", \"keyspace\": \"b\" }", 1, 20, "\"keyspace\" is given twice.")]
    [InlineData("[]", 1, 1, "Found a list; expected an object in braces.")]
    [InlineData("{ \"dialect\": \"oracle\" }", 1, 14, "Found 'oracle'; expected one of cassandra-3.11,")]
    [InlineData("{ \"minimumVersion\": \"1\" }", 1, 21, "'1' is not a version: the minor number is missing")]
    [InlineData("{ \"replication\": \"3\" }", 1, 18, "Found '3'; expected a map such as")]
    [InlineData("{ \"variables\": { \"keyspace\": \"x\" } }", 1, 30, "The variable 'keyspace' always has the value of the setting")]
    [InlineData("{ \"variables\": { \"a b\": \"x\" } }", 1, 25, "'a b' is no name of a variable")]
    [InlineData("{ \"policy\": { \"migrationTimeout\": \"soon\" } }", 1, 35, "Found 'soon'; expected a duration")]
    [InlineData("{ \"policy\": { \"lint\": { \"truncate\": \"loud\" } } }", 1, 37, "A lint rule cannot be 'loud'")]
    [InlineData("{ \"policy\": { \"autoMigrate\": \"true\" } }", 1, 30, "Found 'true'; expected true or false.")]
    [InlineData("{ \"port\": 70000 }", 1, 11, "Found 70000; expected a port from 1 to 65535.")]
    [InlineData("{ \"password\": \"x\" }", 1, 3, "\"password\" has no place in this file")]
    [InlineData("{ \"environments\": { \"a\": { \"environments\": {} } } }", 1, 28, "\"environments\" is no setting here")]
    [InlineData("{ \"contactPoints\": [] }", 1, 20, "Found a list; expected a list of at least one text.")]
    [InlineData("", 1, 1, "This is not JSON:")]
    public void A_fault_is_shown_with_its_place(string text, int line, int column, string message)
    {
        MigrationException error = Assert.Throws<MigrationException>(() => Parse(text));
        Assert.Equal(ErrorCodes.ConfigurationInvalid, error.Code);
        Finding finding = Assert.Single(error.Findings);
        Assert.Equal((line, column), (finding.Line, finding.Column));
        Assert.StartsWith(message, finding.Message);
        Assert.StartsWith($"scylla-migrations.json:{line}:{column}: error ConfigurationInvalid: {message}", error.Message);
    }

    [Fact]
    public void All_faults_are_shown_in_one_go() =>
        Assert.Equal(3, Assert.Throws<MigrationException>(() => Parse("{ \"a\": 1, \"port\": 0, \"tls\": { \"b\": 1 } }")).Findings.Count);
}
