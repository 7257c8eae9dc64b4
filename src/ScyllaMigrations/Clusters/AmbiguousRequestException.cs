using System;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.Clusters;

/// <summary>A request got no definite answer: it may or may not have taken effect.</summary>
public sealed class AmbiguousRequestException : MigrationException
{
    /// <summary>Makes one.</summary>
    /// <param name="message">What happened: which host, how long was waited.</param>
    /// <param name="host">The host that got the request, where known.</param>
    /// <param name="inner">The driver's exception, if any.</param>
    public AmbiguousRequestException(string message, Guid? host, Exception? inner = null)
        : base(ErrorCodes.OutcomeUnknown, message, null, inner) => Host = host;

    /// <summary>The host that got the request, where known.</summary>
    public Guid? Host { get; }
}
