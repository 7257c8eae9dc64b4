using System;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.Cli;

/// <summary>The process around <see cref="CliHost"/>: its console and its signals.</summary>
internal static class Program
{
    // What was cancelled gets this long to stop in good order; after that the process ends, as a person who pressed Ctrl+C expects.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1.8);

    public static async Task<int> Main(string[] args)
    {
        using CancellationTokenSource stop = new();
        using Timer abandon = new(_ => Environment.Exit((int)ExitCode.Cancelled));
        bool stopping = false;

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            if (Interlocked.Exchange(ref stopping, true))
            {
                Environment.Exit((int)ExitCode.Cancelled);
            }

            abandon.Change(Grace, Timeout.InfiniteTimeSpan);
            stop.Cancel();
        }

        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        return await RunAsync(args, CliEnvironment.OfProcess(), stop.Token);
    }

    /// <summary>Runs the program once.</summary>
    /// <returns>The exit code; see <see cref="ExitCode"/>.</returns>
    public static Task<int> RunAsync(string[] args, CliEnvironment environment, CancellationToken cancellationToken) =>
        new CliHost(environment).RunAsync(args, cancellationToken);
}
