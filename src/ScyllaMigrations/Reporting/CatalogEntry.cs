using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Reporting;

/// <summary>A migration of a catalog with plain properties.</summary>
public sealed record CatalogEntry
{
    /// <summary>Where the migrations come from; null when registered in code.</summary>
    public required string? Path { get; init; }

    /// <summary>The version, or <c>R:name</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The description.</summary>
    public required string Description { get; init; }

    /// <summary><c>Versioned</c> or <c>Repeatable</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The up script's file, or the name of its resource.</summary>
    public required string File { get; init; }

    /// <summary>The down script's file; null when it is to be derived.</summary>
    public required string? DownFile { get; init; }

    /// <summary>The check script's file; null for none.</summary>
    public required string? CheckFile { get; init; }

    /// <summary>Checksum of the up script.</summary>
    public required string Checksum { get; init; }

    /// <summary>Makes the entries of migrations.</summary>
    /// <param name="migrations">The migrations.</param>
    /// <param name="path">Where they come from; null when registered in code.</param>
    public static IReadOnlyList<CatalogEntry> Of(IEnumerable<Migration> migrations, string? path) =>
    [
        .. migrations.Select(migration => new CatalogEntry
        {
            Path = path,
            Version = migration.Label,
            Description = migration.Description,
            Kind = migration.Kind.ToString(),
            File = migration.Up.Source.Path,
            DownFile = migration.Down?.Source.Path,
            CheckFile = migration.Check?.Source.Path,
            Checksum = migration.Checksum,
        }),
    ];
}
