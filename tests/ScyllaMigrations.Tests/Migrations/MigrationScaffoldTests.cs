using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Migrations;
using Xunit;

namespace ScyllaMigrations.Tests.Migrations;

public sealed class MigrationScaffoldTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scaffold").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public async Task The_first_migration_is_1_0_0_and_the_next_one_a_minor_version_further()
    {
        ScaffoldResult first = await CreateAsync(new ScaffoldRequest("initial schema"));
        ScaffoldResult second = await CreateAsync(new ScaffoldRequest("more tables") { Down = true, Check = true });
        Assert.Equal(("1.0.0", "1.1.0"), (first.Version, second.Version));
        Assert.Equal(
            ["V1.0.0__initial_schema.cql", "V1.1.0__more_tables.check.cql", "V1.1.0__more_tables.cql", "V1.1.0__more_tables.down.cql"],
            Directory.GetFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(Path.Combine(_folder, "V1.1.0__more_tables.cql"), second.Files[0]);
    }

    [Fact]
    public async Task A_repeatable_migration_has_no_version() =>
        Assert.Equal("R__grants.cql", Path.GetFileName((await CreateAsync(new ScaffoldRequest("grants") { Repeatable = true })).Files[0]));

    [Fact]
    public async Task The_folder_is_made_when_it_is_not_there()
    {
        await MigrationScaffold.CreateAsync(Path.Combine(_folder, "a", "b"), new ScaffoldRequest("x"), CancellationToken.None);
        Assert.True(File.Exists(Path.Combine(_folder, "a", "b", "V1.0.0__x.cql")));
    }

    [Theory]
    [InlineData("1.0.0")]
    [InlineData("0.9.0")]
    public async Task A_version_that_does_not_come_last_is_refused(string version)
    {
        await CreateAsync(new ScaffoldRequest("first"));
        await RefusedAsync(new ScaffoldRequest("late") { Version = MigrationVersion.Parse(version) }, $"version {version} does not come after 1.0.0");
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("../up")]
    [InlineData("  ")]
    [InlineData("x.down")]
    public Task A_description_that_cannot_be_a_file_s_name_is_refused(string description) =>
        RefusedAsync(new ScaffoldRequest(description), $"'{description}' cannot be part of a file's name");

    [Fact]
    public async Task A_file_that_is_there_is_never_written_over()
    {
        await CreateAsync(new ScaffoldRequest("grants") { Repeatable = true, Up = "GRANT ALL ON ALL KEYSPACES TO kim;\n" });
        await RefusedAsync(new ScaffoldRequest("grants") { Repeatable = true }, "R__grants.cql is there already");
        Assert.Equal("GRANT ALL ON ALL KEYSPACES TO kim;\n", await File.ReadAllTextAsync(Path.Combine(_folder, "R__grants.cql")));
    }

    [Fact]
    public async Task New_files_are_entered_into_the_sums_where_there_are_any()
    {
        await CreateAsync(new ScaffoldRequest("first"));
        Assert.False(File.Exists(Path.Combine(_folder, SumFile.Name)));
        await MigrationScaffold.UpdateSumAsync(_folder, CancellationToken.None);
        await CreateAsync(new ScaffoldRequest("second"));
        MigrationCatalog catalog = await MigrationCatalog.LoadAsync(_folder, new CatalogOptions { AllowEmptyScripts = true }, CancellationToken.None);
        Assert.Equal(2, catalog.Migrations.Count);
        Assert.Contains("V1.1.0__second.cql", await File.ReadAllTextAsync(Path.Combine(_folder, SumFile.Name)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changed_files_are_found_by_the_sums_until_these_are_rewritten()
    {
        await CreateAsync(new ScaffoldRequest("first"));
        await MigrationScaffold.UpdateSumAsync(_folder, CancellationToken.None);
        await File.AppendAllTextAsync(Path.Combine(_folder, "V1.0.0__first.cql"), "-- more\n");
        await Assert.ThrowsAsync<MigrationException>(() => MigrationCatalog.LoadAsync(_folder, null, CancellationToken.None));
        await MigrationScaffold.UpdateSumAsync(_folder, CancellationToken.None);
        Assert.Single((await MigrationCatalog.LoadAsync(_folder, new CatalogOptions { AllowEmptyScripts = true }, CancellationToken.None)).Migrations);
        Assert.Equal(2, Directory.GetFiles(_folder).Length);
    }

    [Fact]
    public async Task A_new_migration_that_was_never_filled_is_an_error_elsewhere()
    {
        await CreateAsync(new ScaffoldRequest("first"));
        MigrationException error = await Assert.ThrowsAsync<MigrationException>(() => MigrationCatalog.LoadAsync(_folder, null, CancellationToken.None));
        Assert.Equal("EmptyScript", Assert.Single(error.Findings).Id);
    }

    private Task<ScaffoldResult> CreateAsync(ScaffoldRequest request) => MigrationScaffold.CreateAsync(_folder, request, CancellationToken.None);

    private async Task RefusedAsync(ScaffoldRequest request, string expected)
    {
        MigrationException error = await Assert.ThrowsAsync<MigrationException>(() => CreateAsync(request));
        Assert.Equal(ErrorCodes.ConfigurationInvalid, error.Code);
        Assert.StartsWith(expected, error.Message, StringComparison.Ordinal);
    }
}
