using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Sockets;
using Cassandra;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Driver.Requests;
using Xunit;
using Level = Cassandra.ConsistencyLevel;

namespace ScyllaMigrations.Driver.Tests.Requests;

/// <summary>The table of errors; no server takes part.</summary>
public sealed class DriverErrorsTests
{
    private static readonly Guid Host = new("01020304-0506-4708-890a-0b0c0d0e0f10");

    public static TheoryData<Exception, int> Refusals() => new()
    {
        { new ServerErrorException("x"), 0x0000 },
        { new ProtocolErrorException("x"), 0x000A },
        { new UnavailableException(Level.Quorum, 2, 1), 0x1000 },
        { new OverloadedException("x"), 0x1001 },
        { new ReadFailureException(Level.Quorum, 0, 2, false, 1), 0x1300 },
        { new FunctionFailureException("x"), 0x1400 },
        { new SyntaxError("x"), 0x2000 },
        { new UnauthorizedException("x"), 0x2100 },
        { new InvalidQueryException("x"), 0x2200 },
        { new InvalidConfigurationInQueryException("x"), 0x2300 },
        { new AlreadyExistsException("k", "t"), 0x2400 },
        { new DriverInternalError("Received unknown error with code 6400 and message x"), 0x1900 },
    };

    public static TheoryData<Exception> Ambiguities() =>
    [
        new WriteTimeoutException(Level.Quorum, 1, 2, "CAS"),
        new WriteTimeoutException(Level.Quorum, 1, 2, "SIMPLE"),
        new WriteFailureException(Level.Quorum, 1, 2, "SIMPLE", 1),
        new ReadTimeoutException(Level.Serial, 1, 2, false),
        new TruncateException("x"),
        new OperationTimedOutException(new IPEndPoint(IPAddress.Loopback, 9042), 10),
        new SocketException((int)SocketError.ConnectionReset),
        new DriverInternalError("Received unknown error with code 5888 and message CAS operation result is unknown"),
        new DriverInternalError("Received unknown error with code 5632 and message CDC is full"),
    ];

    [Theory]
    [MemberData(nameof(Refusals))]
    public void An_error_of_the_server_keeps_its_code(Exception error, int code)
    {
        CqlServerException mapped = Assert.IsType<CqlServerException>(DriverErrors.Map(error, Host));
        Assert.Equal(code, mapped.ServerCode);
        Assert.Same(error, mapped.InnerException);
    }

    [Theory]
    [MemberData(nameof(Ambiguities))]
    public void What_may_have_taken_effect_is_ambiguous(Exception error)
    {
        AmbiguousRequestException mapped = Assert.IsType<AmbiguousRequestException>(DriverErrors.Map(error, Host));
        Assert.Equal(Host, mapped.Host);
        Assert.Same(error, mapped.InnerException);
    }

    [Fact]
    public void What_was_lost_before_it_was_sent_is_not_ambiguous()
    {
        MigrationException mapped = Assert.IsType<MigrationException>(
            DriverErrors.Map(new OperationTimedOutException(new IPEndPoint(IPAddress.Loopback, 9042), 10), Host, sent: false));
        Assert.Equal(ErrorCodes.ConnectionFailed, mapped.Code);
        Assert.StartsWith("failed to connect to ScyllaDB cluster\n", mapped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void When_no_host_can_be_asked_each_is_named()
    {
        NoHostAvailableException none = new(new Dictionary<IPEndPoint, Exception>
        {
            [new IPEndPoint(IPAddress.Parse("10.0.0.2"), 9042)] = new SocketException((int)SocketError.ConnectionRefused),
            [new IPEndPoint(IPAddress.Parse("10.0.0.1"), 9042)] = new AuthenticationException("Provided username bob and/or password are incorrect"),
        });
        MigrationException mapped = Assert.IsType<MigrationException>(DriverErrors.Map(none, null));
        Assert.Equal(ErrorCodes.ConnectionFailed, mapped.Code);
        Assert.Equal(
            "failed to connect to ScyllaDB cluster\n"
            + "  10.0.0.1:9042: authentication failed: Provided username bob and/or password are incorrect\n"
            + "  10.0.0.2:9042: connection refused",
            mapped.Message);
    }

    [Fact]
    public void An_answer_behind_a_missing_host_is_the_answer()
    {
        NoHostAvailableException none = new(new Dictionary<IPEndPoint, Exception>
        {
            [new IPEndPoint(IPAddress.Loopback, 9042)] = new ServerErrorException("java.lang.IllegalStateException"),
        });
        Assert.Equal(0, Assert.IsType<CqlServerException>(DriverErrors.Map(none, null)).ServerCode);
    }
}
