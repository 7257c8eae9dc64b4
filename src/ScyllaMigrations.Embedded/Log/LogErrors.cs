using System;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.Embedded.Log;

/// <summary>The errors of a log file.</summary>
internal static class LogErrors
{
    /// <summary>The file is damaged.</summary>
    /// <param name="path">The file.</param>
    /// <param name="line">The line, from 1.</param>
    /// <param name="what">What is wrong, without a full stop.</param>
    /// <param name="inner">The cause, if any.</param>
    public static MigrationException Invalid(string path, int line, string what, Exception? inner = null) =>
        new(ErrorCodes.EmbeddedFileInvalid, $"{path}:{line}: {what}.", null, inner) { Subject = path };

    /// <summary>The file cannot be opened.</summary>
    public static MigrationException CannotOpen(string path, Exception inner) =>
        new(ErrorCodes.ConnectionFailed, $"cannot open {path}: {inner.Message}", null, inner) { Subject = path };

    /// <summary>Another process holds the lock.</summary>
    public static MigrationException Held(string path, string holder, TimeSpan waited) =>
        new(
            ErrorCodes.LeaseHeld,
            $"{path} is being written by {(holder.Length == 0 ? "another process" : holder)}; waited {waited.TotalSeconds:0.#} s for it.")
        {
            Subject = path,
        };
}
