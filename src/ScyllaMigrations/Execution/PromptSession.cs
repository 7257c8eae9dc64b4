using System;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;

namespace ScyllaMigrations.Execution;

/// <summary>Gives up waiting soon after a cancellation, also when the session beneath does not: a cancelled run returns within two seconds.</summary>
internal sealed class PromptSession : ICqlSession
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);
    private readonly ICqlSession _inner;
    private readonly IClock _clock;

    public PromptSession(ICqlSession inner, IClock clock)
    {
        _inner = inner;
        _clock = clock;
    }

    public async Task<CqlResult> ExecuteAsync(CqlRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Task<CqlResult> answer = _inner.ExecuteAsync(request, cancellationToken);
        if (answer.IsCompleted)
        {
            return await answer.ConfigureAwait(false);
        }

        TaskCompletionSource<bool> cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using (cancellationToken.Register(() => cancelled.TrySetResult(true)))
        {
            if (await Task.WhenAny(answer, cancelled.Task).ConfigureAwait(false) != answer)
            {
                using CancellationTokenSource stop = new();
                await Task.WhenAny(answer, _clock.DelayAsync(Grace, stop.Token)).ConfigureAwait(false);
                stop.Cancel();
                if (!answer.IsCompleted)
                {
                    // Nobody waits for it any more; its error, if any, must not surface as unobserved.
                    _ = answer.ContinueWith(task => task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
                    throw new OperationCanceledException(cancellationToken);
                }
            }
        }

        return await answer.ConfigureAwait(false);
    }
}
