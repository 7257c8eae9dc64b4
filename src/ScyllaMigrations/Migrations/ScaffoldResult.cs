using System.Collections.Generic;

namespace ScyllaMigrations.Migrations;

/// <summary>The migration that was made.</summary>
public sealed record ScaffoldResult
{
    /// <summary>The folder.</summary>
    public required string Path { get; init; }

    /// <summary>The version, or <c>R:name</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The description.</summary>
    public required string Description { get; init; }

    /// <summary>The files that were written, the up script first.</summary>
    public required IReadOnlyList<string> Files { get; init; }
}
