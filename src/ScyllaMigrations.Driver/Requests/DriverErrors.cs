using System;
using System.Globalization;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Cassandra;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Driver.Connecting;

namespace ScyllaMigrations.Driver.Requests;

/// <summary>Turns every exception of the driver into one of ours, so that no driver type crosses the port.</summary>
internal static class DriverErrors
{
    // Codes that the driver has no class for (protocol v5: 0x1600 CDC write failure, 0x1700 unknown outcome of a conditional write).
    private static readonly Regex UnknownCode = new(
        "unknown error with code (?<code>[0-9]+) and message (?<message>.*)", RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>The port's exception for one of the driver.</summary>
    /// <param name="error">What the driver threw.</param>
    /// <param name="host">The host that the request was meant for, where known.</param>
    /// <param name="sent">False when it is certain that the statement itself was not sent, as while preparing it.</param>
    public static Exception Map(Exception error, Guid? host, bool sent = true)
    {
        switch (error)
        {
            case MigrationException or OperationCanceledException or ArgumentException:
                return error;
            case NoHostAvailableException none when FindRefusal(none) is { } refusal:
                return Map(refusal, host, sent);
            case NoHostAvailableException none:
                return ConnectionFailure.Make(none, ConnectionFailure.Reasons(none));
            case WriteTimeoutException or ReadTimeoutException or WriteFailureException or TruncateException when sent:
                return new AmbiguousRequestException($"the server answered that the outcome is not known: {error.Message}", host, error);
            case OperationTimedOutException or TimeoutException when sent:
                return new AmbiguousRequestException($"no answer in time: {error.Message}", host, error);
            case SocketException or System.IO.IOException when sent:
                return new AmbiguousRequestException($"the connection was lost before the answer came: {error.Message}", host, error);
            case OperationTimedOutException or TimeoutException or SocketException or System.IO.IOException:
                return ConnectionFailure.Make(error, [$"  {error.Message}"]);
            case ObjectDisposedException:
                return ConnectionFailure.Make(error, ["  the connection was closed by this program"]);
            case DriverInternalError when UnknownCode.Match(error.Message) is { Success: true } match:
                return FromUnknownCode(int.Parse(match.Groups["code"].Value, CultureInfo.InvariantCulture), match.Groups["message"].Value, host, error);
            case AlreadyExistsException exists:
                // The driver keeps the names and not the text; these are Cassandra's words.
                return new CqlServerException(
                    0x2400, exists.WasTableCreation ? $"Table '{exists.Keyspace}.{exists.Table}' already exists" : $"Keyspace '{exists.Keyspace}' already exists", null, error);
            default:
                return Code(error) is { } code
                    ? new CqlServerException(code, error.Message, null, error)
                    : new MigrationException(ErrorCodes.Unexpected, $"the driver failed with {error.GetType().Name}: {error.Message}", null, error);
        }
    }

    private static MigrationException FromUnknownCode(int code, string message, Guid? host, Exception error) =>
        code is 0x1600 or 0x1700
            ? new AmbiguousRequestException($"the server answered that the outcome is not known: {message}", host, error)
            : new CqlServerException(code, message, null, error);

    // The order matters: the configuration error is a kind of invalid query to the driver.
    private static int? Code(Exception error) => error switch
    {
        ServerErrorException => 0x0000,
        ProtocolErrorException => 0x000A,
        AuthenticationException => 0x0100,
        UnavailableException => 0x1000,
        OverloadedException => 0x1001,
        IsBootstrappingException => 0x1002,
        TruncateException => 0x1003,
        WriteTimeoutException => 0x1100,
        ReadTimeoutException => 0x1200,
        ReadFailureException => 0x1300,
        FunctionFailureException => 0x1400,
        WriteFailureException => 0x1500,
        SyntaxError => 0x2000,
        UnauthorizedException => 0x2100,
        InvalidConfigurationInQueryException => 0x2300,
        InvalidQueryException => 0x2200,
        PreparedQueryNotFoundException => 0x2500,
        _ => null,
    };

    // A host that answered with an error was asked, whatever the driver calls it afterwards.
    private static Exception? FindRefusal(NoHostAvailableException none)
    {
        foreach (Exception? error in none.Errors.Values)
        {
            if (error is QueryValidationException or FunctionFailureException)
            {
                return error;
            }
        }

        return null;
    }
}
