using System;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace ScyllaMigrations.Migrations;

/// <summary>What a file's name says: <c>V1.1.0__enhanced_metadata.down.cql</c>, <c>R__grants.cql</c>.</summary>
public sealed partial record MigrationFileName
{
    private const string Shape = "expected V<version>__<description>.cql, the same with .down.cql or .check.cql, or R__<name>.cql";
    private static readonly Regex LooksLikeMigration = new(@"^([VvRr]_|[VvUu]\d)|\.cql$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));

    /// <summary>Versioned or repeatable.</summary>
    public required MigrationKind Kind { get; init; }

    /// <summary>The version; null for a repeatable migration.</summary>
    public MigrationVersion? Version { get; init; }

    /// <summary>The description, underscores as blanks.</summary>
    public required string Description { get; init; }

    /// <summary>Which script of the migration it is.</summary>
    public required ScriptPart Part { get; init; }

    /// <summary>The name without <c>.cql</c>, <c>.down.cql</c>, <c>.check.cql</c>: equal for all files of one migration.</summary>
    public required string Stem { get; init; }

    /// <summary>Whether a file's name suggests that somebody meant it as a migration, valid or not.</summary>
    /// <param name="name">The name without folder.</param>
    public static bool Suggests(string name) => LooksLikeMigration.IsMatch(name);

    /// <summary>Reads a file's name.</summary>
    /// <param name="name">The name without folder.</param>
    /// <param name="result">What it says, or null.</param>
    /// <param name="error">What is wrong and what was expected, or null.</param>
    public static bool TryParse(string name, [NotNullWhen(true)] out MigrationFileName? result, [NotNullWhen(false)] out string? error)
    {
        result = null;
        error = FaultOf(name, out string stem, out ScriptPart part);
        if (error is not null)
        {
            return false;
        }

        int separator = stem.IndexOf("__", StringComparison.Ordinal);
        string description = stem.Substring(separator + 2).Replace('_', ' ').Trim();
        if (description.Length == 0)
        {
            error = $"'{name}' has no description after '__'; {Shape}.";
            return false;
        }

        if (stem[0] == 'R')
        {
            if (part == ScriptPart.Down)
            {
                error = $"'{name}' is a down script of a repeatable migration; only versions can be taken back.";
                return false;
            }

            result = new MigrationFileName { Kind = MigrationKind.Repeatable, Description = description, Part = part, Stem = stem };
            return true;
        }

        if (!MigrationVersion.TryParse(stem.Substring(1, separator - 1), out MigrationVersion? version, out string? versionError))
        {
            error = $"The file name '{name}' is not valid: {versionError}";
            return false;
        }

        result = new MigrationFileName { Kind = MigrationKind.Versioned, Version = version, Description = description, Part = part, Stem = stem };
        return true;
    }

    private static string? FaultOf(string name, out string stem, out ScriptPart part)
    {
        stem = name;
        part = ScriptPart.Up;
        if (!name.EndsWith(".cql", StringComparison.Ordinal))
        {
            return name.EndsWith(".cql", StringComparison.OrdinalIgnoreCase)
                ? $"'{name}' must end in lower-case '.cql': names are compared exactly, as on Linux."
                : $"'{name}' looks like a migration, but does not end in '.cql'; {Shape}.";
        }

        stem = name.Substring(0, name.Length - ".cql".Length);
        foreach ((string suffix, ScriptPart suffixPart) in new[] { (".down", ScriptPart.Down), (".check", ScriptPart.Check) })
        {
            if (stem.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
            {
                if (!stem.EndsWith(suffix, StringComparison.Ordinal))
                {
                    return $"'{name}' must write '{suffix}' in lower case.";
                }

                stem = stem.Substring(0, stem.Length - suffix.Length);
                part = suffixPart;
            }
        }

        if (stem.Length == 0 || stem[0] is 'v' or 'r')
        {
            return stem.Length == 0 ? $"'{name}' has no version; {Shape}." : $"'{name}' must begin with an upper-case '{char.ToUpperInvariant(stem[0])}'; {Shape}.";
        }

        if (stem[0] is not ('V' or 'R'))
        {
            return $"'{name}' is no migration by its name; {Shape}.";
        }

        if (stem.IndexOf("__", StringComparison.Ordinal) < 0)
        {
            return $"'{name}' needs two underscores before the description; {Shape}.";
        }

        return stem[0] == 'R' && !stem.StartsWith("R__", StringComparison.Ordinal) ? $"'{name}' has text between 'R' and '__'; {Shape}." : null;
    }
}
