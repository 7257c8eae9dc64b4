using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.Migrations;

/// <summary>All migrations of a place, ordered, each with its checksum.</summary>
public sealed class MigrationCatalog
{
    private readonly Dictionary<string, Migration> _byLabel;

    internal MigrationCatalog(string? path, IEnumerable<Migration> migrations, IReadOnlyList<Finding> warnings)
    {
        Path = path;
        Migrations = ValueList.From(migrations
            .OrderBy(migration => migration.Kind == MigrationKind.Repeatable)
            .ThenBy(migration => migration.Version)
            .ThenBy(migration => migration.Description, StringComparer.Ordinal));
        Warnings = warnings;
        _byLabel = Migrations.ToDictionary(migration => migration.Key, StringComparer.Ordinal);
    }

    /// <summary>A catalog without migrations.</summary>
    public static MigrationCatalog Empty { get; } = new(null, [], []);

    /// <summary>The folder, as the user named it; null when all migrations are registered in code.</summary>
    public string? Path { get; }

    /// <summary>Versions in their order, then repeatable migrations by name.</summary>
    public ValueList<Migration> Migrations { get; }

    /// <summary>The migrations with a version, lowest first.</summary>
    public IEnumerable<Migration> Versioned => Migrations.Where(migration => migration.Version is not null);

    /// <summary>The repeatable migrations, by name.</summary>
    public IEnumerable<Migration> Repeatable => Migrations.Where(migration => migration.Version is null);

    /// <summary>The newest version, which is the supported one; null when there is none.</summary>
    public MigrationVersion? Latest => Versioned.LastOrDefault()?.Version;

    /// <summary>What is odd, but no error.</summary>
    public IReadOnlyList<Finding> Warnings { get; }

    /// <summary>Reads a folder of migrations.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="options">How to read it; null for the defaults.</param>
    /// <param name="cancellationToken">Ends reading.</param>
    /// <exception cref="MigrationException">
    /// DirectoryNotFound: the folder is not there. MigrationsInvalid: one or more files are not valid; the findings name all of them.
    /// </exception>
    public static Task<MigrationCatalog> LoadAsync(string path, CatalogOptions? options, CancellationToken cancellationToken) =>
        CatalogReader.ReadAsync(path, options ?? new CatalogOptions(), cancellationToken);

    /// <summary>A catalog of migrations registered in code.</summary>
    /// <param name="migrations">The migrations, in any order.</param>
    /// <exception cref="MigrationException">MigrationsInvalid: two of them have one version or name.</exception>
    public static MigrationCatalog FromMigrations(IEnumerable<Migration> migrations) => Empty.With(migrations);

    /// <summary>This catalog and more migrations.</summary>
    /// <param name="migrations">The migrations to add.</param>
    /// <exception cref="MigrationException">MigrationsInvalid: two migrations have one version or name.</exception>
    public MigrationCatalog With(IEnumerable<Migration> migrations)
    {
        List<Migration> all = [.. Migrations, .. migrations];
        IReadOnlyList<Finding> duplicates = CatalogRules.FindDuplicates(all);
        return duplicates.Count == 0 ? new MigrationCatalog(Path, all, Warnings) : throw CatalogRules.Invalid(duplicates);
    }

    /// <summary>The migration of a version, build metadata ignored; null when there is none.</summary>
    /// <param name="version">The version.</param>
    public Migration? Find(MigrationVersion version) => Versioned.FirstOrDefault(migration => migration.Version! == version);

    /// <summary>The migration that history calls so: a version, or <c>R:name</c>; null when there is none.</summary>
    /// <param name="label">The label, as in <see cref="HistoryEntry.Version"/>.</param>
    public Migration? Find(string label) =>
        _byLabel.TryGetValue(MigrationVersion.TryParse(label, out MigrationVersion? version) ? version.Precedence : label, out Migration? migration) ? migration : null;

    /// <summary>The contents of <c>migrations.sum</c> for the migrations that are files.</summary>
    public string FormatSum() => SumFile.Format(CatalogRules.Checksums(Migrations.Where(migration => migration.IsFile)));
}
