using System;
using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.Cli.Commands;

/// <summary>A verb of the command line: its words and what it does.</summary>
/// <param name="Command">Name, help, arguments and options of its own.</param>
/// <param name="RunAsync">Runs it.</param>
internal sealed record Verb(Command Command, Func<VerbRun, CancellationToken, Task<ExitCode>> RunAsync);
