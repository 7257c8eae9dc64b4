using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace ScyllaMigrations.Tests.Cli;

public sealed class CommandLineTests : IDisposable
{
    private static readonly string[] SharedOptions =
    [
        "--path", "--keyspace", "--embedded", "--contact-point", "--port", "--local-dc", "--username", "--password-file", "--dialect", "--set", "--env", "--timeout",
        "--driver-path", "--output", "--batch", "--quiet", "--verbose", "--help",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("cli").FullName;

    public static TheoryData<string, string> VerbsWithTheirOptions() => new()
    {
        { "status", "--check" },
        { "info", "--check" },
        { "migrate", "--to --dry-run --plan --allow-data-loss --backup --override" },
        { "rollback", "--to --dry-run --plan --allow-data-loss --backup --override" },
        { "plan", "--to --cql" },
        { "validate", "" },
        { "drift", "" },
        { "history", "" },
        { "health", "" },
        { "recommendations", "" },
        { "report", "json|summary|text|markdown" },
        { "list", "" },
        { "lint", "--update-sum" },
        { "new", "--version --repeatable --down --check" },
        { "dump", "" },
        { "backup", "DIR" },
    };

    public void Dispose() => Directory.Delete(_folder, true);

    [Theory]
    [MemberData(nameof(VerbsWithTheirOptions))]
    public async Task Help_of_a_verb_lists_every_option(string verb, string own)
    {
        CliRun run = await CliRun.RunAsync(verb, "--help");
        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Error);
        Assert.All(SharedOptions.Concat(own.Split(' ', StringSplitOptions.RemoveEmptyEntries)), option => Assert.Contains(option, run.Output, StringComparison.Ordinal));
        Assert.DoesNotContain("--lease-time", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("--password ", run.Output, StringComparison.Ordinal);
        Assert.All(run.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 120));
    }

    [Fact]
    public async Task Help_of_the_program_lists_every_verb()
    {
        CliRun run = await CliRun.RunAsync("--help");
        Assert.Equal(0, run.ExitCode);
        Assert.All(VerbsWithTheirOptions(), verb => Assert.Contains((string)verb[0], run.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Unrecognized command or argument 'bogus'.", "bogus")]
    [InlineData("Unrecognized command or argument '--nope'.", "status", "--nope")]
    [InlineData("Option '--to' is required.", "rollback")]
    [InlineData("'abc' is not a port; expected a number from 1 to 65535.", "status", "--port", "abc")]
    [InlineData("'65536' is not a port; expected a number from 1 to 65535.", "status", "--port", "65536")]
    [InlineData("'xml' is not an output format; expected table or json.", "status", "--output", "xml")]
    [InlineData("'pdf' is not a format of report; expected json, summary, text or markdown.", "report", "pdf")]
    [InlineData("--set: 'x' is not NAME=VALUE.", "status", "--set", "x")]
    [InlineData("--set: 'x' is given twice.", "status", "--set", "x=1", "--set", "x=2")]
    [InlineData("--override: '=why' is not NAME=VALUE.", "migrate", "--override", "=why")]
    [InlineData("--timeout: '5' is no duration; expected a duration such as 300s, 5m, 1h30m or 00:05:00.", "status", "--timeout", "5")]
    [InlineData("--dialect: 'oracle' is no known dialect; expected one of ", "status", "--dialect", "oracle")]
    [InlineData("--to: ", "migrate", "--to", "one.two")]
    public async Task Wrong_usage_is_exit_2_and_says_what_is_expected(string expected, params string[] args)
    {
        CliRun run = await CliRun.RunAsync(args);
        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.StartsWith("error UsageInvalid: " + expected, run.Error, StringComparison.Ordinal);
        Assert.Contains("See 'migration-cli", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bogus", "--output", "json")]
    [InlineData("status", "--output=JSON", "--port", "x")]
    [InlineData("-o", "json")]
    [InlineData("status", "-o", "json")]
    public async Task With_json_an_error_is_one_document_on_standard_output_too(params string[] args)
    {
        CliRun run = await CliRun.RunAsync(args);
        Assert.Equal(2, run.ExitCode);
        Assert.Equal(2, run.Json.GetProperty("error").GetProperty("exitCode").GetInt32());
        Assert.StartsWith("error " + run.Json.GetProperty("error").GetProperty("code").GetString(), run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_verb_and_without_a_terminal_help_is_shown_and_the_exit_code_is_2()
    {
        CliRun run = await CliRun.RunAsync();
        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.StartsWith("error UsageInvalid: a verb is missing", run.Error, StringComparison.Ordinal);
        Assert.Contains("Usage:", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_batch_nothing_is_asked_even_in_a_terminal()
    {
        ScriptedPrompter prompter = new();
        CliRun run = await CliRun.RunAsync(new Dictionary<string, string>(), prompter, CancellationToken.None, "--batch");
        Assert.Equal(2, run.ExitCode);
        Assert.Empty(prompter.Questions);
    }

    [Fact]
    public async Task Without_a_cluster_nothing_is_opened()
    {
        CliRun run = await CliRun.RunAsync("status", "--path", _folder);
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("error ClusterNotGiven: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("--embedded FILE", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_exit_2()
    {
        CliRun run = await CliRun.RunAsync("list", "--path", Path.Combine(_folder, "none"));
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("error DirectoryNotFound: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_environment_variable_is_exit_2_and_named()
    {
        CliRun run = await CliRun.RunAsync(
            new Dictionary<string, string> { ["SCYLLADB_PORT"] = "many" }, null, CancellationToken.None, "status", "--path", _folder, "--contact-point", "127.0.0.1");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("SCYLLADB_PORT", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_file_that_is_not_there_is_exit_2()
    {
        CliRun run = await CliRun.RunAsync("status", "--path", _folder, "--contact-point", "127.0.0.1", "--password-file", Path.Combine(_folder, "none"));
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("error ConfigurationInvalid: the password file ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Servers_without_a_driver_are_exit_6()
    {
        CliRun run = await CliRun.RunAsync("status", "--path", _folder, "--contact-point", "127.0.0.1", "--driver-path", _folder);
        Assert.Equal(6, run.ExitCode);
        Assert.StartsWith("error DriverNotFound: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_run_is_exit_130()
    {
        using CancellationTokenSource stop = new();
        await stop.CancelAsync();
        CliRun run = await CliRun.RunAsync(new Dictionary<string, string>(), null, stop.Token, "list", "--path", _folder);
        Assert.Equal(130, run.ExitCode);
        Assert.StartsWith("error Cancelled: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_may_stand_before_the_verb()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "V1.0.0__start.cql"), "CREATE TABLE t (id int PRIMARY KEY);\n");
        CliRun run = await CliRun.RunAsync("--path", _folder, "-o", "json", "list");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("1.0.0", run.Json[0].GetProperty("version").GetString());
        Assert.Equal("V1.0.0__start.cql", run.Json[0].GetProperty("file").GetString());
    }

    [Fact]
    public async Task List_shows_the_catalog_without_a_cluster()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "V1.0.0__start.cql"), "CREATE TABLE t (id int PRIMARY KEY);\n");
        await File.WriteAllTextAsync(Path.Combine(_folder, "V1.0.0__start.down.cql"), "DROP TABLE t;\n");
        CliRun run = await CliRun.RunAsync("list", "--path", _folder);
        Assert.Equal(
            """
            Version  Description  File               Down    Check  Checksum
            -------  -----------  -----------------  ------  -----  ------------
            1.0.0    start        V1.0.0__start.cql  script  none   7cc967e13fe3

            1 migration.

            """,
            run.Output);
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
    }
}
