using System;
using System.Collections.Generic;

namespace ScyllaMigrations.Diagnostics;

/// <summary>The one exception that the library's public edge throws. Its message is complete for a person; its code is stable for programs.</summary>
public class MigrationException : Exception
{
    /// <summary>Makes an error of a kind.</summary>
    /// <param name="code">The kind of error.</param>
    /// <param name="message">What happened and where. The first line may be one of the exact texts that programs look for.</param>
    /// <param name="findings">The single faults behind it, worst first; may be empty.</param>
    /// <param name="inner">The cause, if any.</param>
    public MigrationException(ErrorCode code, string message, IReadOnlyList<Finding>? findings = null, Exception? inner = null)
        : base(message, inner)
    {
        Code = code;
        Findings = findings ?? [];
    }

    /// <summary>The kind of error.</summary>
    public ErrorCode Code { get; }

    /// <summary>The single faults behind the error.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>What the error is about: a file, a migration's version, an object of the schema, a host.</summary>
    public string? Subject { get; init; }
}
