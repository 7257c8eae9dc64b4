using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using ScyllaMigrations.Execution;

namespace ScyllaMigrations.Cli.Output;

/// <summary>Tells what goes on during a run: every event as a line when verbose, else one line in a terminal that is drawn over itself. Warnings are lines when no result shows them.</summary>
internal sealed class ProgressWriter(TextWriter error, bool draws, bool verbose, int width) : IProgress<MigrationEvent>, IDisposable
{
    private const string EraseLine = "\r\u001b[K";

    private readonly Lock _lock = new();
    private readonly List<string> _warnings = [];
    private bool _drawn;

    public void Report(MigrationEvent value)
    {
        lock (_lock)
        {
            if (verbose)
            {
                error.Write($"{value.At:HH:mm:ss.fff} {value.Text}\n");
            }
            else if (value is MigrationEvent.WarningRaised warning)
            {
                _warnings.Add(warning.Message);
            }
            else if (value is MigrationEvent.LeaseWaiting or MigrationEvent.RunResumed)
            {
                Line(value.Text);
            }
            else if (value is MigrationEvent.RunFailed)
            {
                // A result shows its warnings itself; without one they are told here.
                _warnings.ForEach(text => Line("warning: " + text));
            }
            else if (draws && value is not MigrationEvent.RunFinished)
            {
                string text = value.Text;
                error.Write(EraseLine + (text.Length < width ? text : text[..Math.Max(0, width - 1)]));
                _drawn = true;
            }
        }
    }

    /// <summary>Clears the line, so that what follows starts on an empty one.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            Erase();
        }
    }

    private void Line(string text)
    {
        Erase();
        error.Write(text + "\n");
    }

    private void Erase()
    {
        if (_drawn)
        {
            error.Write(EraseLine);
            _drawn = false;
        }
    }
}
