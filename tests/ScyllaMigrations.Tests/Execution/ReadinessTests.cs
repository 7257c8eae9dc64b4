using System;
using System.IO;
using System.Threading.Tasks;
using ScyllaMigrations.Configuration;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Execution;
using ScyllaMigrations.Migrations;
using Xunit;

namespace ScyllaMigrations.Tests.Execution;

public sealed class ReadinessTests
{
    private static readonly MigrationCatalog Old = Runs.Catalog(Runs.Migration("1.0.0", Runs.CreateKeyspace + "CREATE TABLE a (id int PRIMARY KEY);"));
    private static readonly MigrationCatalog New = Old.With([Runs.Migration("2.0.0", "CREATE TABLE b (id int PRIMARY KEY);", down: "DROP TABLE b;")]);

    [Fact]
    public async Task A_program_that_may_migrate_is_brought_to_the_newest_version_and_validated()
    {
        FaultyCluster cluster = Runs.Cluster();
        SchemaReadinessResult result = await SchemaReadiness.EnsureAsync(cluster, "shop", new MigrationOptions(), New);
        SchemaReadinessResult again = await SchemaReadiness.EnsureAsync(cluster, "shop", new MigrationOptions(), New);

        Assert.Equal((null, "2.0.0", true, 2, true), (result.FoundVersion, result.CurrentVersion, result.Migrated, result.MigrationCount, result.Validated));
        Assert.Equal(("2.0.0", false, "shop is ready at 2.0.0"), (again.CurrentVersion, again.Migrated, again.Message));
    }

    [Fact]
    public async Task A_program_that_may_not_migrate_is_refused_below_its_minimum()
    {
        FaultyCluster cluster = Runs.Cluster();
        await SchemaReadiness.EnsureAsync(cluster, "shop", new MigrationOptions(), Old);
        MigrationManagerOptions minimum = new() { MinimumVersion = MigrationVersion.Parse("2.0.0") };
        MigrationException error = await Assert.ThrowsAsync<MigrationException>(() => SchemaReadiness.EnsureAsync(cluster, "shop", new MigrationOptions { AutoMigrate = false }, New, minimum));
        SchemaReadinessResult fine = await SchemaReadiness.EnsureAsync(cluster, "shop", new MigrationOptions { AutoMigrate = false }, New);

        Assert.Equal("schema version 1.0.0 is older than minimum supported version 2.0.0", error.Message.Split('\n')[0]);
        Assert.Equal(("1.0.0", false), (fine.CurrentVersion, fine.Migrated));
        Assert.True((await SchemaReadiness.EnsureAsync(cluster, "shop", new MigrationOptions(), New, minimum)).Migrated);
    }

    [Fact]
    public async Task A_newer_schema_is_refused()
    {
        FaultyCluster cluster = Runs.Cluster();
        await SchemaReadiness.EnsureAsync(cluster, "shop", new MigrationOptions(), New);
        MigrationException error = await Assert.ThrowsAsync<MigrationException>(() => SchemaReadiness.EnsureAsync(cluster, "shop", new MigrationOptions(), Old));

        Assert.Equal(ErrorCodes.SchemaTooNew, error.Code);
        Assert.Equal("schema version 2.0.0 is newer than supported version 1.0.0", error.Message.Split('\n')[0]);
    }

    [Fact]
    public async Task A_backup_of_schema_and_history_is_written_before_anything_is_sent_for_its_owner_alone()
    {
        using TempFolder folder = new();
        FaultyCluster cluster = Runs.Cluster();
        await SchemaReadiness.EnsureAsync(cluster, "shop", new MigrationOptions(), Old);
        string file = Path.Combine(folder.Path, "backup.cql");
        MigrationResult result = await Runs.Manager(cluster, New).MigrateAsync(new MigrateRequest { BackupTo = file });
        string text = await File.ReadAllTextAsync(file);
        MigrationException again = await Assert.ThrowsAsync<MigrationException>(() => Runs.Manager(cluster, New).BackupAsync(file));

        Assert.Equal(file, result.BackupFile);
        Assert.Contains("-- version: 1.0.0\n", text);
        Assert.Contains("CREATE TABLE shop.a ", text);
        Assert.DoesNotContain("shop.b", text);
        Assert.Equal(ErrorCodes.ConfigurationInvalid, again.Code);
        Assert.Equal(text, await File.ReadAllTextAsync(file));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    private sealed class TempFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("sm-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
