using System;

namespace ScyllaMigrations.Execution;

/// <summary>A row of <c>schema_version</c>.</summary>
internal sealed record ProjectedVersion(string Version, DateTimeOffset? AppliedAt, string? Comment)
{
    /// <summary>Whether it is the wanted row; timestamps are kept in milliseconds.</summary>
    public bool Shows(ProjectedVersion wanted) =>
        Version == wanted.Version
        && Comment == wanted.Comment
        && AppliedAt?.ToUnixTimeMilliseconds() == wanted.AppliedAt?.ToUnixTimeMilliseconds();
}
