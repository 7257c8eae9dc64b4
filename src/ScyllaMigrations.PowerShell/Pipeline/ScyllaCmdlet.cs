using System;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.PowerShell.Pipeline;

/// <summary>
/// What all cmdlets of the module share: work off the pipeline thread with a token that Ctrl+C cancels, writes and prompts on it, and one mapping of errors.
/// The token source is its own, because <c>PipelineStopToken</c> exists only since PowerShell 7.6.
/// </summary>
public abstract class ScyllaCmdlet : PSCmdlet, IDisposable
{
    /// <summary>The name of the provider of files.</summary>
    private protected const string FileSystem = "FileSystem";

    // Ctrl+C has to return within two seconds; the library gets most of that to stop in good order.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1.5);

    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _abandon = new();
    private PipelinePump? _pump;

    private protected ScyllaCmdlet()
    {
    }

    /// <summary>What the cmdlet works on just now: the target of errors that have no subject of their own.</summary>
    private protected virtual object? CurrentItem => null;

    /// <inheritdoc />
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc />
    protected sealed override void BeginProcessing() => Guarded(Begin, ThrowTerminatingError);

    /// <inheritdoc />
    protected sealed override void ProcessRecord() => Guarded(Process, WriteError);

    /// <inheritdoc />
    protected sealed override void EndProcessing() => Guarded(End, WriteError);

    /// <inheritdoc />
    protected override void StopProcessing()
    {
        _abandon.CancelAfter(Grace);
        _stop.Cancel();
    }

    /// <summary>Frees the cancellation sources.</summary>
    /// <param name="disposing">True when called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stop.Dispose();
            _abandon.Dispose();
        }
    }

    /// <summary>Work before the first item. An error here ends the pipeline.</summary>
    private protected virtual void Begin()
    {
    }

    /// <summary>Work on one item. An error here is written, and the next item is worked on.</summary>
    private protected virtual void Process()
    {
    }

    /// <summary>Work after the last item.</summary>
    private protected virtual void End()
    {
    }

    /// <summary>Runs asynchronous work off the pipeline thread and gives its result.</summary>
    /// <exception cref="MigrationException">The work failed; <see cref="ErrorCodes.Unexpected"/> wraps what is not the library's own.</exception>
    /// <exception cref="PipelineStoppedException">The pipeline was stopped.</exception>
    private protected T Run<T>(Func<CancellationToken, Task<T>> work)
    {
        PipelinePump pump = new(Grace);
        _pump = pump;
        try
        {
            return pump.Run(token => Translated(work, token), _stop, _abandon.Token);
        }
        catch (MigrationException) when (_stop.IsCancellationRequested)
        {
            // Whatever the work says about having been stopped, the user who stopped it knows.
            throw new PipelineStoppedException();
        }
        finally
        {
            _pump = null;
        }
    }

    /// <summary>Runs asynchronous work without a result.</summary>
    private protected void Run(Func<CancellationToken, Task> work) =>
        Run(async token =>
        {
            await work(token).ConfigureAwait(false);
            return true;
        });

    /// <summary>Hands a write to the pipeline thread, from any thread, while <see cref="Run{T}"/> runs.</summary>
    private protected void Post(Action write) => _pump?.Post(write);

    /// <summary>A path of the file system for a path of the shell, which need not exist.</summary>
    private protected string FilePath(string path)
    {
        string resolved = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
        return provider.Name == FileSystem
            ? resolved
            : throw new MigrationException(ErrorCodes.ConfigurationInvalid, $"'{path}' is not in the file system but in {provider.Name}.") { Subject = path };
    }

    /// <summary>Writes a warning, from any thread, while <see cref="Run{T}"/> runs.</summary>
    private protected void Warn(string message) => Post(() => WriteWarning(message));

    /// <summary>The dialect of a name that was given as a parameter.</summary>
    private protected static CqlDialect DialectOf(string name) =>
        CqlDialect.TryParse(name, out CqlDialect? dialect) && dialect is not null
            ? dialect
            : throw new MigrationException(
                ErrorCodes.ConfigurationInvalid, $"'{name}' is no known dialect; expected one of {string.Join(", ", CqlDialect.Known.Select(known => known.Name))}.") { Subject = name };

    private static async Task<T> Translated<T>(Func<CancellationToken, Task<T>> work, CancellationToken token)
    {
        try
        {
            return await work(token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception)
        {
            throw new MigrationException(ErrorCodes.Cancelled, "The command was cancelled.", null, exception);
        }
        catch (Exception exception) when (exception is not MigrationException)
        {
            throw new MigrationException(ErrorCodes.Unexpected, $"{exception.GetType().Name}: {exception.Message}", null, exception);
        }
    }

    /// <summary>Does some work and reports its error as a record.</summary>
    private protected void Guarded(Action work, Action<ErrorRecord> report)
    {
        try
        {
            work();
        }
        catch (MigrationException exception)
        {
            report(ErrorRecords.From(exception, CurrentItem));
        }
    }
}
