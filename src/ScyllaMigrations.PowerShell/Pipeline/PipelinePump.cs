using System;
using System.Collections.Concurrent;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace ScyllaMigrations.PowerShell.Pipeline;

/// <summary>
/// Runs asynchronous work off the pipeline thread while that thread does what only it may do: write and ask. One pump runs one piece of work.
/// Only the worker completes the queue, so nothing is ever added after its end; what arrives later is dropped.
/// </summary>
internal sealed class PipelinePump
{
    private readonly BlockingCollection<Action> _queue = [];
    private readonly TimeSpan _grace;

    /// <summary>Makes a pump.</summary>
    /// <param name="grace">How long to wait for the worker once the pipeline has ended, before it is left to itself.</param>
    public PipelinePump(TimeSpan grace) => _grace = grace;

    /// <summary>Hands something to the pipeline thread. Never blocks; does nothing once the work has ended.</summary>
    public void Post(Action write)
    {
        try
        {
            _queue.Add(write);
        }
        catch (InvalidOperationException)
        {
            // The work is over and nobody listens: an event of an abandoned run.
        }
    }

    /// <summary>Runs the work to its end and gives its result; faults come with the stack that they were thrown with.</summary>
    /// <param name="work">What to do; gets the token of <paramref name="stop"/>.</param>
    /// <param name="stop">Cancels the work: by the user, or here when a write ends the pipeline.</param>
    /// <param name="abandon">Set when the work has had its time after a stop and the pipeline has to return without it.</param>
    /// <exception cref="PipelineStoppedException">The work did not end in time after a stop.</exception>
    public T Run<T>(Func<CancellationToken, Task<T>> work, CancellationTokenSource stop, CancellationToken abandon)
    {
        CancellationToken token = stop.Token;
        Task<T> worker = Task.Run(() => WorkAsync(work, token), CancellationToken.None);
        try
        {
            foreach (Action write in _queue.GetConsumingEnumerable(abandon))
            {
                write();
            }
        }
        catch (OperationCanceledException) when (abandon.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch
        {
            // A write ended the pipeline (Select-Object -First, ErrorAction Stop, Ctrl+C): the work must not go on behind its back.
            stop.Cancel();
            while (_queue.TryTake(out _, _grace))
            {
            }

            throw;
        }

        return worker.GetAwaiter().GetResult();
    }

    private async Task<T> WorkAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken token)
    {
        try
        {
            return await work(token).ConfigureAwait(false);
        }
        finally
        {
            _queue.CompleteAdding();
        }
    }
}
