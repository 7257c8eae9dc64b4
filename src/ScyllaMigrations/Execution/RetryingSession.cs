using System;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;

namespace ScyllaMigrations.Execution;

/// <summary>Sends again what may be sent twice and got no answer: reads, and writes that carry their own timestamp or value.</summary>
internal sealed class RetryingSession : ICqlSession
{
    private const int Attempts = 4;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private readonly ICqlSession _inner;
    private readonly IClock _clock;

    public RetryingSession(ICqlSession inner, IClock clock)
    {
        _inner = inner;
        _clock = clock;
    }

    public async Task<CqlResult> ExecuteAsync(CqlRequest request, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await _inner.ExecuteAsync(request, cancellationToken).ConfigureAwait(false);
            }
            catch (AmbiguousRequestException) when (request.Idempotent && attempt < Attempts)
            {
                await _clock.DelayAsync(Pause, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
