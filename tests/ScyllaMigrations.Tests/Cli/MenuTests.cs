using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace ScyllaMigrations.Tests.Cli;

public sealed class MenuTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cli").FullName;

    public MenuTests() => File.WriteAllText(Path.Combine(_folder, "V1.0.0__start.cql"), "CREATE TABLE t (id int PRIMARY KEY);\n");

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public async Task Without_a_verb_in_a_terminal_a_menu_runs_verbs_until_it_is_left()
    {
        CliRun run = await RunAsync(new ScriptedPrompter("lint", "lint", "quit"));
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(3, run.Output.Split("1 migration with 2 statements checked").Length);
    }

    [Fact]
    public async Task The_exit_code_is_that_of_the_last_verb()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "V1.1.0__bad.cql"), "CREATE TABEL u (id int PRIMARY KEY);\n");
        Assert.Equal(10, (await RunAsync(new ScriptedPrompter("lint", "quit"))).ExitCode);
    }

    [Fact]
    public async Task An_error_does_not_end_the_menu()
    {
        CliRun run = await RunAsync(new ScriptedPrompter("status", "lint", "quit"));
        Assert.Contains("error ClusterNotGiven", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task An_empty_answer_to_the_version_leaves_rollback()
    {
        ScriptedPrompter prompter = new("rollback", string.Empty, "quit");
        Assert.Equal(0, (await RunAsync(prompter)).ExitCode);
        Assert.Equal(3, prompter.Questions.Count);
    }

    [Fact]
    public async Task What_no_rule_foresees_is_exit_1_with_a_plea_to_report_it()
    {
        CliRun run = await RunAsync(new ScriptedPrompter());
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("error Unexpected: InvalidOperationException: Nobody answers", Plain(run.Error), StringComparison.Ordinal);
        Assert.Contains("This is a defect.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_are_red_in_a_terminal_and_plain_with_NO_COLOR()
    {
        Assert.Contains("\u001b[31merror", (await RunAsync(new ScriptedPrompter("status", "quit"))).Error, StringComparison.Ordinal);
        CliRun plain = await CliRun.RunAsync(
            new Dictionary<string, string> { ["NO_COLOR"] = "1" }, new ScriptedPrompter("status", "lint", "quit"), CancellationToken.None, "--path", _folder, "--keyspace", "k");
        Assert.DoesNotContain('\u001b', plain.Error + plain.Output);
    }

    private static string Plain(string text) => text.Replace("\u001b[31m", string.Empty, StringComparison.Ordinal).Replace("\u001b[0m", string.Empty, StringComparison.Ordinal);

    private Task<CliRun> RunAsync(ScriptedPrompter prompter) =>
        CliRun.RunAsync(new Dictionary<string, string>(), prompter, CancellationToken.None, "--path", _folder, "--keyspace", "k");
}
