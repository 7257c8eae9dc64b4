using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using Cassandra;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.Driver.Connecting;

/// <summary>The error that no host could be asked: the line that programs look for, then one for each host.</summary>
internal static class ConnectionFailure
{
    /// <summary>The first line.</summary>
    public const string Headline = "failed to connect to ScyllaDB cluster";

    public static MigrationException Make(Exception? cause, IEnumerable<string> lines) =>
        new(ErrorCodes.ConnectionFailed, string.Join("\n", new[] { Headline }.Concat(lines)), null, cause);

    /// <summary>A line for each host that was tried.</summary>
    public static IReadOnlyList<string> Reasons(NoHostAvailableException error) =>
        error.Errors.Count == 0
            ? ["  no host of the local data centre is known to be up"]
            : [.. error.Errors.OrderBy(pair => pair.Key.ToString(), StringComparer.Ordinal).Select(pair => Line(pair.Key, pair.Value))];

    /// <summary>The line of one host.</summary>
    public static string Line(IPEndPoint host, Exception? reason) => $"  {host}: {Reason(reason)}";

    private static string Reason(Exception? error) => error switch
    {
        null => "down or not connected",
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => "connection refused",
        SocketException { SocketErrorCode: SocketError.TimedOut } => "no answer in time",
        SocketException { SocketErrorCode: SocketError.HostUnreachable or SocketError.NetworkUnreachable } => "not reachable",
        SocketException { SocketErrorCode: SocketError.ConnectionReset or SocketError.NotConnected } => "closed the connection; is this the port of the native protocol?",
        SocketException => error.Message,
        OperationTimedOutException or TimeoutException => "no answer in time",
        AuthenticationException => "authentication failed: " + error.Message,
        DriverInternalError or ProtocolErrorException => "does not speak the native protocol: " + error.Message,
        _ when error.GetType().Name == "UnsupportedProtocolVersionException" => "no common version of the native protocol: " + error.Message,
        _ => error.Message,
    };
}
