using System;
using System.IO;
using System.Threading.Tasks;
using Xunit;

namespace ScyllaMigrations.Tests.Cli;

public sealed class LintVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cli").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public async Task A_valid_chain_is_exit_0_with_what_was_checked()
    {
        Write("V1.0.0__start.cql", "CREATE TABLE t (id int PRIMARY KEY);\n");
        Write("V1.1.0__more.cql", "ALTER TABLE t ADD name text;\n");
        CliRun run = await LintAsync();
        Assert.Equal("2 migrations with 3 statements checked for cassandra-5.0: 0 errors, 0 warnings.\n", run.Output);
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task A_statement_that_does_not_fit_the_chain_is_shown_with_its_place_and_a_caret()
    {
        Write("V1.0.0__start.cql", "CREATE TABLE t (id int PRIMARY KEY);\n");
        Write("V1.1.0__more.cql", "-- more\nALTER TABLE u ADD name text;\n");
        CliRun run = await LintAsync();
        Assert.Equal(10, run.ExitCode);
        Assert.StartsWith("V1.1.0__more.cql:2:", run.Output, StringComparison.Ordinal);
        Assert.Contains("  ALTER TABLE u ADD name text;\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("^\n", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("The migrations are not valid: 1 error, 0 warnings.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_down_script_that_does_not_lead_back_is_found()
    {
        Write("V1.0.0__start.cql", "CREATE TABLE t (id int PRIMARY KEY);\n");
        Write("V1.0.0__start.down.cql", "DROP TABLE u;\n");
        CliRun run = await LintAsync();
        Assert.Equal(10, run.ExitCode);
        Assert.StartsWith("V1.0.0__start.down.cql:1:", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_has_every_finding_and_the_counts()
    {
        Write("V1.0.0__start.cql", "CREATE TABLE t (id int);\n");
        CliRun run = await LintAsync("-o", "json");
        Assert.Equal(10, run.ExitCode);
        Assert.False(run.Json.GetProperty("valid").GetBoolean());
        Assert.Equal(1, run.Json.GetProperty("errorCount").GetInt32());
        Assert.Equal(1, run.Json.GetProperty("findings")[0].GetProperty("line").GetInt32());
    }

    [Fact]
    public async Task A_changed_file_is_found_by_its_sum_until_the_sums_are_rewritten()
    {
        Write("V1.0.0__start.cql", "CREATE TABLE t (id int PRIMARY KEY);\n");
        Assert.Equal(0, (await LintAsync("--update-sum")).ExitCode);
        Write("V1.0.0__start.cql", "CREATE TABLE t (id text PRIMARY KEY);\n");
        CliRun changed = await LintAsync();
        Assert.Equal(10, changed.ExitCode);
        Assert.Contains("lint --update-sum", changed.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await LintAsync("--update-sum")).ExitCode);
        Assert.Equal(0, (await LintAsync()).ExitCode);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    private Task<CliRun> LintAsync(params string[] more) => CliRun.RunAsync(["lint", "--path", _folder, "--keyspace", "pins", .. more]);
}
