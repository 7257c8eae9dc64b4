using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Embedded;
using Xunit;

namespace ScyllaMigrations.Tests.Cli;

/// <summary>Whole runs of the program on an embedded cluster.</summary>
public sealed class EmbeddedRunTests : IDisposable
{
    private readonly EmbeddedProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task Migrate_shows_plan_result_proof_and_status_on_standard_output()
    {
        CliRun run = await _project.RunAsync("migrate");
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        string[] expected =
        [
            "2  1.0.0    Low   kept  CREATE TABLE pins.pins (id uuid PRIMARY KEY, cid text, size bigint)",
            "Plan hash   ",
            "The plan applies 2 migrations with 4 statements.",
            "1.0.0    initial schema",
            "Version          none -> 1.1.0",
            "Validation  ",
            "Status      pins on embedded:FILE: up to date at version 1.1.0",
        ];
        string output = _project.Plain(run.Output);
        Assert.All(expected, text => Assert.Contains(text, output, StringComparison.Ordinal));
        Assert.DoesNotContain("Difference", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_before_and_after_tells_where_the_keyspace_stands()
    {
        CliRun before = await _project.RunAsync("status", "--check");
        Assert.Equal(3, before.ExitCode);
        Assert.StartsWith("error MigrationsPending: ", before.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_project.File));
        await _project.RunAsync("migrate", "--quiet");
        CliRun after = await _project.RunAsync("status", "--check");
        Assert.Equal((0, string.Empty), (after.ExitCode, after.Error));
        Assert.Equal(
            """
            Cluster           embedded:FILE
            Path              FOLDER
            Keyspace          pins
            Dialect           cassandra-5.0
            Current version   1.1.0
            Latest version    1.1.0
            Applied           2
            Pending           0
            Compatible        yes
            Schema agreement  yes
            Lease             free

            up to date at version 1.1.0

            """,
            _project.Plain(after.Output));
    }

    [Fact]
    public async Task Quiet_writes_nothing_but_json_is_still_written()
    {
        CliRun quiet = await _project.RunAsync("migrate", "--quiet");
        Assert.Equal((0, string.Empty, string.Empty), (quiet.ExitCode, quiet.Output, quiet.Error));
        CliRun json = await _project.RunAsync("status", "--quiet", "-o", "json");
        Assert.Equal("1.1.0", json.Json.GetProperty("currentVersion").GetString());
    }

    [Fact]
    public async Task Migrate_with_json_writes_the_one_result()
    {
        JsonElement result = (await _project.RunAsync("migrate", "--to", "1.0.0", "-o", "json")).Json;
        Assert.Equal(["cluster", "path", "keyspace", "direction", "fromVersion", "toVersion"], result.EnumerateObject().Take(6).Select(property => property.Name));
        Assert.Equal(JsonValueKind.Null, result.GetProperty("fromVersion").ValueKind);
        Assert.Equal("1.0.0", result.GetProperty("toVersion").GetString());
        Assert.Equal("initial schema", result.GetProperty("migrations")[0].GetProperty("description").GetString());
        Assert.EndsWith("Z", result.GetProperty("startedAt").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_sends_nothing_and_its_hash_approves_the_run()
    {
        CliRun plan = await _project.RunAsync("migrate", "--dry-run", "-o", "json");
        Assert.Equal(4, plan.Json.GetProperty("statementCount").GetInt32());
        Assert.False(File.Exists(_project.File));
        string hash = plan.Json.GetProperty("planHash").GetString()!;
        Assert.Equal(hash, (await _project.RunAsync("plan", "-o", "json")).Json.GetProperty("planHash").GetString());
        CliRun wrong = await _project.RunAsync("migrate", "--plan", new string('0', 64));
        Assert.Equal(11, wrong.ExitCode);
        Assert.StartsWith("error PlanChanged: ", wrong.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await _project.RunAsync("migrate", "--plan", hash)).ExitCode);
    }

    [Fact]
    public async Task Plan_can_be_written_as_a_script()
    {
        CliRun run = await _project.RunAsync("plan", "--cql", "--quiet");
        Assert.Contains("-- 2: 1.0.0 V1.0.0__initial_schema.cql:2\nCREATE TABLE pins.pins (id uuid PRIMARY KEY, cid text, size bigint);\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rollback_goes_back_to_a_version_and_to_none()
    {
        await _project.RunAsync("migrate");
        CliRun refused = await _project.RunAsync("rollback", "--to", "1.0.0");
        Assert.Equal(11, refused.ExitCode);
        Assert.Contains("error DataLossRefused: ", refused.Error, StringComparison.Ordinal);
        CliRun back = await _project.RunAsync("rollback", "--to", "1.0.0", "--allow-data-loss");
        Assert.Equal(0, back.ExitCode);
        Assert.Contains("Taken back", back.Output, StringComparison.Ordinal);
        Assert.Equal("1.0.0", (await _project.RunAsync("status", "-o", "json")).Json.GetProperty("currentVersion").GetString());
        Assert.Equal(0, (await _project.RunAsync("rollback", "--to", "none", "--allow-data-loss")).ExitCode);
        Assert.Equal(JsonValueKind.Null, (await _project.RunAsync("status", "-o", "json")).Json.GetProperty("currentVersion").ValueKind);
    }

    [Fact]
    public async Task History_tells_what_ran_up_and_down()
    {
        await _project.RunAsync("migrate");
        await _project.RunAsync("rollback", "--to", "1.0.0", "--allow-data-loss");
        CliRun json = await _project.RunAsync("history", "-o", "json");
        Assert.Equal(["Applied", "Applied", "Undone"], json.Json.EnumerateArray().Select(entry => entry.GetProperty("action").GetString()));
        Assert.Contains("3 entries, chain of hashes intact.", (await _project.RunAsync("history")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_recommendations_report_and_dump_answer_after_a_run()
    {
        await _project.RunAsync("migrate");
        CliRun health = await _project.RunAsync("health");
        Assert.Equal(0, health.ExitCode);
        Assert.Contains("lease       Healthy  nobody holds the lease", health.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await _project.RunAsync("recommendations")).ExitCode);
        Assert.Equal("1.1.0", (await _project.RunAsync("report", "json")).Json.GetProperty("currentVersion").GetString());
        Assert.StartsWith("Cluster ", (await _project.RunAsync("report", "summary")).Output, StringComparison.Ordinal);
        Assert.StartsWith("## Migrations of pins\n", (await _project.RunAsync("report", "markdown")).Output, StringComparison.Ordinal);
        CliRun dump = await _project.RunAsync("dump", "--quiet");
        Assert.Contains("CREATE TABLE pins.pins (id uuid", dump.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("migration_history", dump.Output, StringComparison.Ordinal);
        Assert.Equal(dump.Output.TrimEnd(), (await _project.RunAsync("dump", "-o", "json")).Json.GetProperty("cql").GetString()!.TrimEnd());
    }

    [Fact]
    public async Task Backups_are_written_into_the_folder_that_is_named()
    {
        await _project.RunAsync("migrate", "--to", "1.0.0");
        string folder = Path.Combine(_project.Folder, "..", "kept");
        Assert.Equal(0, (await _project.RunAsync("migrate", "--backup", folder)).ExitCode);
        Assert.StartsWith("pins-1.0.0-", Path.GetFileName(Assert.Single(Directory.GetFiles(folder))), StringComparison.Ordinal);
        CliRun backup = await _project.RunAsync("backup", folder, "-o", "json");
        Assert.Equal("1.1.0", backup.Json.GetProperty("version").GetString());
        Assert.True(File.Exists(backup.Json.GetProperty("file").GetString()));
    }

    [Fact]
    public async Task Verbose_tells_every_step_on_standard_error()
    {
        CliRun run = await _project.RunAsync("migrate", "--verbose", "-o", "json");
        Assert.Contains("[3/4] 1.0.0 V1.0.0__initial_schema.cql:3", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, run.Json.GetProperty("migrationCount").GetInt32());
    }

    [Fact]
    public async Task In_a_terminal_progress_is_drawn_over_itself_on_standard_error_only()
    {
        CliRun run = await _project.AskedAsync(new ScriptedPrompter(), "migrate");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("\r\u001b[K[2/4] 1.0.0", run.Error, StringComparison.Ordinal);
        Assert.EndsWith("\r\u001b[K", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output);
    }

    [Fact]
    public async Task Losing_data_is_asked_for_in_a_terminal_by_the_keyspace_s_name()
    {
        await _project.RunAsync("migrate");
        CliRun refused = await _project.AskedAsync(new ScriptedPrompter("yes"), "rollback", "--to", "1.0.0");
        Assert.Equal(11, refused.ExitCode);
        CliRun consented = await _project.AskedAsync(new ScriptedPrompter("pins"), "rollback", "--to", "1.0.0");
        Assert.Equal(0, consented.ExitCode);
    }

    [Fact]
    public async Task The_menu_migrates_after_the_plan_was_confirmed()
    {
        CliRun run = await _project.AskedAsync(new ScriptedPrompter("migrate", "no", "migrate", "yes", "status", "quit"));
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("up to date at version 1.1.0", run.Output, StringComparison.Ordinal);
    }
}
