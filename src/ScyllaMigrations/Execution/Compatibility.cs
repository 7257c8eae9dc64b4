using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Execution;

/// <summary>Whether a schema's version fits a program, in the words that programs look for.</summary>
internal sealed record Compatibility(ErrorCode? Fault, string? Message)
{
    public bool IsCompatible => Fault is null;

    /// <summary>Compares versions.</summary>
    /// <param name="current">The schema's version; null before the first.</param>
    /// <param name="supported">The newest migration's version; null when there is none.</param>
    /// <param name="minimum">The least version; null for none.</param>
    public static Compatibility Of(MigrationVersion? current, MigrationVersion? supported, MigrationVersion? minimum)
    {
        if (current is not null && supported is not null && current > supported)
        {
            return new Compatibility(ErrorCodes.SchemaTooNew, $"schema version {current} is newer than supported version {supported}");
        }

        if (minimum is not null && (current is null || current < minimum))
        {
            string found = current?.ToString() ?? "0.0.0";
            return new Compatibility(ErrorCodes.SchemaTooOld, $"schema version {found} is older than minimum supported version {minimum}");
        }

        return new Compatibility(null, null);
    }
}
