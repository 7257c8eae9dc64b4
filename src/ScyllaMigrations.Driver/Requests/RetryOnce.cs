using System;
using System.Net.Sockets;
using Cassandra;

namespace ScyllaMigrations.Driver.Requests;

/// <summary>
/// What the driver does about a failed request: nothing, except sending an idempotent one once more when its answer was lost. Made for one request.
/// </summary>
internal sealed class RetryOnce : IExtendedRetryPolicy
{
    private readonly bool _idempotent;
    private readonly bool _pinned;

    public RetryOnce(bool idempotent, bool pinned)
    {
        _idempotent = idempotent;
        _pinned = pinned;
    }

    /// <summary>Whether a request was sent whose answer was lost; what comes after that tells nothing about it.</summary>
    public bool LostAnswer { get; private set; }

    public RetryDecision OnReadTimeout(IStatement query, ConsistencyLevel cl, int requiredResponses, int receivedResponses, bool dataRetrieved, int nbRetry) =>
        Decide(nbRetry, mayHelp: true, sameHost: true);

    public RetryDecision OnWriteTimeout(IStatement query, ConsistencyLevel cl, string writeType, int requiredAcks, int receivedAcks, int nbRetry) =>
        Decide(nbRetry, mayHelp: true, sameHost: true);

    public RetryDecision OnUnavailable(IStatement query, ConsistencyLevel cl, int requiredReplica, int aliveReplica, int nbRetry) => RetryDecision.Rethrow();

    // A host that did not answer in time will hardly do so the second time, so only another one is asked then.
    public RetryDecision OnRequestError(IStatement statement, Cassandra.Configuration config, Exception ex, int nbRetry) =>
        Decide(nbRetry, mayHelp: ex is SocketException || !_pinned, sameHost: ex is SocketException);

    private RetryDecision Decide(int count, bool mayHelp, bool sameHost)
    {
        LostAnswer = true;
        return _idempotent && mayHelp && count == 0 ? RetryDecision.Retry(null, sameHost) : RetryDecision.Rethrow();
    }
}
