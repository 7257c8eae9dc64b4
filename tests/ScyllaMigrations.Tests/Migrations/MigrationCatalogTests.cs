using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Migrations;
using Xunit;

namespace ScyllaMigrations.Tests.Migrations;

public sealed class MigrationCatalogTests
{
    private const string Table = "CREATE TABLE t (k int PRIMARY KEY);\n";

    private static Task<MigrationCatalog> LoadAsync(TempFolder folder, CatalogOptions? options = null) =>
        MigrationCatalog.LoadAsync(folder.Path, options, CancellationToken.None);

    private static async Task<MigrationException> RefusedAsync(TempFolder folder, CatalogOptions? options = null)
    {
        MigrationException error = await Assert.ThrowsAsync<MigrationException>(() => LoadAsync(folder, options));
        Assert.Equal(ErrorCodes.MigrationsInvalid, error.Code);
        return error;
    }

    [Fact]
    public async Task Versions_come_in_their_order_then_repeatables_by_name()
    {
        using TempFolder folder = new();
        foreach (string name in new[] { "V10.0.0__c", "V2.0.0__b", "V2.0.0-rc.1__a", "R__z", "R__a" })
        {
            folder.With(name + ".cql", Table);
        }

        folder.With("V2.0.0__b.down.cql", "DROP TABLE t;").With("V2.0.0__b.check.cql", "SELECT k FROM t;").With("README.md", "notes");
        MigrationCatalog catalog = await LoadAsync(folder);
        Assert.Equal(["2.0.0-rc.1", "2.0.0", "10.0.0", "R:a", "R:z"], catalog.Migrations.Select(migration => migration.Label));
        Assert.Equal("10.0.0", catalog.Latest!.ToString());
        Migration middle = catalog.Find("2.0.0+build")!;
        Assert.Equal(("b", "DROP TABLE t;", "SELECT k FROM t;"), (middle.Description, middle.Down!.Source.Text, middle.Check!.Source.Text));
        Assert.Equal("R:z", catalog.Find("R:z")!.Label);
        Assert.Null(catalog.Find("3.0.0"));
    }

    [Fact]
    public async Task Everything_wrong_is_found_in_one_go()
    {
        using TempFolder folder = new();
        folder.With("V1.0.0__a.cql", Table).With("V1.0.0+x__b.cql", Table).With("v2.0.0__c.cql", Table).With("V2.0.0_d.cql", Table)
            .With("V3.0.0__e.down.cql", Table).With("V4.0.0__f.cql", "-- nothing\n;\n").With("V5.0.0__g.cql", "-- @tiemout 5m\n-- @timeout soon\n" + Table)
            .With("V6.0.0__h.cql", "CREATE TABLE t (k int PRIMARY KEY)\n  WITH comment = '${owner}';\n").With("V7.0.0__i.cql", [.. "-- ok\nab"u8.ToArray(), 0xC3, 0x28, (byte)'\n']);
        MigrationException error = await RefusedAsync(folder, new CatalogOptions { KnownVariables = ["team"] });
        Assert.Equal(
            [
                "V1.0.0__a.cql 0:0 DuplicateVersion", "V2.0.0_d.cql 0:0 InvalidFileName", "V3.0.0__e.down.cql 0:0 MissingUp",
                "V4.0.0__f.cql 0:0 EmptyScript", "V5.0.0__g.cql 1:4 UnknownSetting", "V5.0.0__g.cql 2:4 InvalidSetting",
                "V6.0.0__h.cql 2:19 UnknownVariable", "V7.0.0__i.cql 2:3 InvalidUtf8", "v2.0.0__c.cql 0:0 InvalidFileName",
            ],
            error.Findings.Select(finding => $"{finding.File} {finding.Line}:{finding.Column} {finding.Id}"));
        Assert.All(error.Findings, finding => Assert.Contains(finding.ToString(), error.Message));
        Assert.StartsWith("The migrations are not valid: 9 errors.", error.Message);
        Assert.Contains("V6.0.0__h.cql:2:19: error UnknownVariable: The variable '${owner}' is not defined; known are keyspace, replication, team.\n    WITH comment = '${owner}';\n                    ^", error.Message);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_a_matter_of_usage()
    {
        MigrationException error = await Assert.ThrowsAsync<MigrationException>(() => MigrationCatalog.LoadAsync("/no/such/folder", null, CancellationToken.None));
        Assert.Equal(ErrorCodes.DirectoryNotFound, error.Code);
        Assert.Equal("/no/such/folder", error.Subject);
    }

    [Fact]
    public async Task A_file_that_changed_is_missing_or_not_listed_does_not_match_the_sum()
    {
        using TempFolder folder = new();
        folder.With("V1.0.0__a.cql", Table).With("V2.0.0__b.cql", Table).With("V3.0.0__c.cql", Table);
        string sum = (await LoadAsync(folder)).FormatSum();
        folder.With("migrations.sum", sum.Replace("\n", "\r\n"));
        Assert.Equal(3, (await LoadAsync(folder)).Migrations.Count);

        folder.With("V1.0.0__a.cql", Table + "-- more").With("V4.0.0__d.cql", Table);
        File.Delete(Path.Combine(folder.Path, "V2.0.0__b.cql"));
        MigrationException error = await RefusedAsync(folder);
        Assert.Equal(
            ["V4.0.0__d.cql:0 'V4.0.0__d.cql' is not listed in migrations.sum.", "migrations.sum:2 'V1.0.0__a.cql' was changed", "migrations.sum:3 'V2.0.0__b.cql' is listed, but there is no such file."],
            error.Findings.Select(finding => $"{finding.File}:{finding.Line} {finding.Message.Split(": its")[0]}"));
        Assert.Equal(3, (await LoadAsync(folder, new CatalogOptions { IgnoreSum = true })).Migrations.Count);
    }

    [Fact]
    public async Task A_sum_merged_by_hand_has_a_wrong_total()
    {
        using TempFolder folder = new();
        folder.With("V1.0.0__a.cql", Table);
        string old = (await LoadAsync(folder)).FormatSum();
        folder.With("V2.0.0__b.cql", Table);
        string both = (await LoadAsync(folder)).FormatSum();
        folder.With("migrations.sum", old.Split('\n')[0] + both[both.IndexOf('\n', System.StringComparison.Ordinal)..]);
        MigrationException error = await RefusedAsync(folder);
        Finding finding = Assert.Single(error.Findings);
        Assert.Equal(("migrations.sum", 1, FindingIds.SumMismatch), (finding.File, finding.Line, finding.Id));
    }

    [Fact]
    public async Task Migrations_in_code_mix_with_files()
    {
        using TempFolder folder = new();
        folder.With("V1.0.0__a.cql", Table);
        Migration code = MigrationBuilder.Versioned("0.9.0", "first").Up(Table).Down("DROP TABLE t").Check("SELECT k FROM t").Build();
        MigrationCatalog catalog = await LoadAsync(folder, new CatalogOptions { Registered = [code] });
        Assert.Equal(["0.9.0", "1.0.0"], catalog.Migrations.Select(migration => migration.Label));
        Assert.DoesNotContain("0.9.0", catalog.FormatSum());
        MigrationException error = Assert.Throws<MigrationException>(() => catalog.With([code]));
        Assert.Equal(FindingIds.DuplicateVersion, Assert.Single(error.Findings).Id);
    }

    [Fact]
    public void A_migration_in_code_needs_an_up_script_and_right_settings()
    {
        MigrationException error = Assert.Throws<MigrationException>(() => MigrationBuilder.Versioned("1.0.0", "x").Down("-- @nope\nDROP TABLE t").Build());
        IEnumerable<string> ids = error.Findings.Select(finding => finding.Id);
        Assert.Equal([FindingIds.UnknownSetting, FindingIds.MissingUp], ids);
        MigrationException missing = Assert.Throws<MigrationException>(() => MigrationBuilder.Repeatable("x").Up(GetType().Assembly, "no.such.cql"));
        Assert.Contains("holds no resource of that name", missing.Message);
    }
}
