using System.Threading;
using System.Threading.Tasks;

namespace ScyllaMigrations.Driver.Requests;

/// <summary>Waits that can be given up. The driver's own operations cannot be cancelled: they go on, and nobody looks at their result.</summary>
internal static class Waiting
{
    /// <summary>Waits for a task until it is done or the wait is cancelled.</summary>
    /// <exception cref="System.OperationCanceledException">Cancelled; the task goes on.</exception>
    public static async Task<T> OrCancelAsync<T>(this Task<T> task, CancellationToken cancellationToken)
    {
        TaskCompletionSource<bool> cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using (cancellationToken.Register(() => cancelled.TrySetResult(true)))
        {
            if (await Task.WhenAny(task, cancelled.Task).ConfigureAwait(false) != task)
            {
                // Its exception, if any, counts as seen.
                _ = task.ContinueWith(late => late.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
                cancellationToken.ThrowIfCancellationRequested();
            }
        }

        return await task.ConfigureAwait(false);
    }
}
