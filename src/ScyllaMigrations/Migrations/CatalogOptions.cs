using System.Collections.Generic;

namespace ScyllaMigrations.Migrations;

/// <summary>How a catalog is read.</summary>
public sealed record CatalogOptions
{
    /// <summary>The names of all variables that will have a value; null leaves variables unchecked until a plan is made.</summary>
    public IReadOnlyCollection<string>? KnownVariables { get; init; }

    /// <summary>Migrations registered in code, to be mixed with the files.</summary>
    public IReadOnlyList<Migration> Registered { get; init; } = [];

    /// <summary>True to leave migrations.sum unread, for the commands that rewrite it.</summary>
    public bool IgnoreSum { get; init; }

    /// <summary>True to accept scripts without a statement, which are an error elsewhere: a new migration is made empty.</summary>
    public bool AllowEmptyScripts { get; init; }
}
