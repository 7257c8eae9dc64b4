using System;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Backup;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Configuration;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Drift;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Execution;

/// <summary>Makes a keyspace ready for a program when it starts: migrates or only checks, as its options say.</summary>
public static class SchemaReadiness
{
    /// <summary>Makes a keyspace ready.</summary>
    /// <param name="cluster">The connected cluster.</param>
    /// <param name="keyspace">The keyspace; null when the migrations create exactly one.</param>
    /// <param name="options">What may be done.</param>
    /// <param name="catalog">The migrations.</param>
    /// <param name="managerOptions">How runs work; null for the defaults. Keyspace and time come from the other arguments.</param>
    /// <param name="progress">Hears what happens; null for nobody.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="MigrationException">
    /// SchemaTooNew, SchemaTooOld, SchemaInvalid: the program must not start. TimedOut, LeaseHeld and all that <see cref="MigrationManager.MigrateAsync"/> throws.
    /// </exception>
    public static async Task<SchemaReadinessResult> EnsureAsync(
        ICluster cluster,
        string? keyspace,
        MigrationOptions options,
        MigrationCatalog catalog,
        MigrationManagerOptions? managerOptions = null,
        IProgress<MigrationEvent>? progress = null,
        CancellationToken cancellationToken = default)
    {
        MigrationManagerOptions settings = (managerOptions ?? new MigrationManagerOptions()) with { Timeout = options.MigrationTimeout };
        settings = keyspace is null ? settings : settings with { Keyspace = keyspace };
        MigrationManager manager = new(cluster, catalog, settings);
        TimeSpan start = settings.Clock.Monotonic;
        SchemaStatus found = await manager.GetStatusAsync(cancellationToken).ConfigureAwait(false);
        MigrationResult? run = await MigrateAsync(manager, options, found, progress, cancellationToken).ConfigureAwait(false);
        string? current = run is null ? found.CurrentVersion : run.ToVersion;
        bool validated = options.ValidateSchema && await ValidateAsync(manager, cancellationToken).ConfigureAwait(false);
        return new SchemaReadinessResult
        {
            Cluster = found.Cluster,
            Path = found.Path,
            Keyspace = found.Keyspace,
            FoundVersion = found.CurrentVersion,
            CurrentVersion = current,
            Migrated = run is { MigrationCount: > 0 },
            MigrationCount = run?.MigrationCount ?? 0,
            Validated = validated,
            BackupFile = run?.BackupFile,
            Message = run is { MigrationCount: > 0 } ? run.Message : $"{found.Keyspace} is ready at {current ?? "no version"}",
            ReadyAt = settings.Clock.UtcNow.UtcDateTime,
            DurationSeconds = (settings.Clock.Monotonic - start).TotalSeconds,
        };
    }

    private static async Task<MigrationResult?> MigrateAsync(
        MigrationManager manager, MigrationOptions options, SchemaStatus found, IProgress<MigrationEvent>? progress, CancellationToken cancellationToken)
    {
        MigrationVersion? current = found.CurrentVersion is null ? null : MigrationVersion.Parse(found.CurrentVersion);
        MigrationVersion? supported = manager.Catalog.Latest;
        bool tooNew = current is not null && supported is not null && current > supported;
        string? backup = options.BackupBeforeMigration ? BackupFile(manager, found) : null;
        if (tooNew && options.AllowDowngrade)
        {
            return await manager.RollbackAsync(new RollbackRequest { Target = supported, BackupTo = backup }, progress, cancellationToken).ConfigureAwait(false);
        }

        Compatibility compatibility = Compatibility.Of(current, supported, options.AutoMigrate ? null : manager.Options.MinimumVersion);
        if (compatibility.Fault is { } fault)
        {
            throw new MigrationException(fault, compatibility.Message + "\n" + fault.Remedy) { Subject = found.Keyspace };
        }

        if (!options.AutoMigrate || !found.MigrationsNeeded)
        {
            return null;
        }

        MigrationResult result = await manager.MigrateAsync(new MigrateRequest { BackupTo = backup }, progress, cancellationToken).ConfigureAwait(false);
        compatibility = Compatibility.Of(result.ToVersion is null ? null : MigrationVersion.Parse(result.ToVersion), supported, manager.Options.MinimumVersion);
        return compatibility.Fault is { } still ? throw new MigrationException(still, compatibility.Message + "\n" + still.Remedy) { Subject = found.Keyspace } : result;
    }

    private static async Task<bool> ValidateAsync(MigrationManager manager, CancellationToken cancellationToken)
    {
        ValidationResult validation = await manager.ValidateAsync(cancellationToken).ConfigureAwait(false);
        return validation.Valid ? true : throw new MigrationException(ErrorCodes.SchemaInvalid, validation.Message + "\n" + ErrorCodes.SchemaInvalid.Remedy) { Subject = validation.Keyspace };
    }

    private static string BackupFile(MigrationManager manager, SchemaStatus found) =>
        BackupLocation.NewFile(BackupLocation.DefaultFolder(manager.Catalog.Path), found.Keyspace, found.CurrentVersion, manager.Options.Clock.UtcNow);
}
