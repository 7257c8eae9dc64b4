using System;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.Clusters;

/// <summary>A server refused a statement: it did not take effect.</summary>
public sealed class CqlServerException : MigrationException
{
    /// <summary>Makes a refusal.</summary>
    /// <param name="serverCode">The native protocol's error code, such as 0x2200.</param>
    /// <param name="message">The server's message.</param>
    /// <param name="subject">The name in the statement that the error is about, where known; puts the caret there.</param>
    /// <param name="inner">The driver's exception, if any.</param>
    public CqlServerException(int serverCode, string message, string? subject = null, Exception? inner = null)
        : base(ErrorCodes.StatementFailed, message, null, inner)
    {
        ServerCode = serverCode;
        Subject = subject;
    }

    /// <summary>The native protocol's error code, such as 0x2200.</summary>
    public int ServerCode { get; }
}
