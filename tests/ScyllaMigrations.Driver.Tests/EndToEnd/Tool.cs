using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace ScyllaMigrations.Driver.Tests.EndToEnd;

/// <summary>Runs the command line and PowerShell as users do: as processes.</summary>
internal static class Tool
{
    /// <summary>The nearest directory upwards with the module's manifest.</summary>
    public static string Root { get; } = FindRoot();

    public static string Example => Path.Combine(Root, "examples", "ipfs-pins");

    /// <summary>A keyspace name that no other run uses.</summary>
    public static string Keyspace(string purpose) => $"e2e_{purpose}_{Environment.ProcessId}";

    public static Process StartCli(string keyspace, params string[] arguments) =>
        Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "migration-cli.dll"), .. arguments, "--batch", "--path", Example, "--keyspace", keyspace, "--contact-point", Server.ContactPoints()[0]]);

    public static async Task<(int ExitCode, string Output)> CliAsync(string keyspace, params string[] arguments)
    {
        using Process process = StartCli(keyspace, arguments);
        return await FinishAsync(process);
    }

    /// <summary>Runs a script in PowerShell 7 with the module imported; null when there is no PowerShell.</summary>
    public static async Task<(int ExitCode, string Output)?> PowerShellAsync(string script)
    {
        string name = OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh";
        if (!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name))))
        {
            return null;
        }

        string import = $"$ErrorActionPreference = 'Stop'; Import-Module '{Path.Combine(Root, "ScyllaMigrations.psd1")}'; ";
        using Process process = Start(name, ["-NoProfile", "-NonInteractive", "-Command", import + script]);
        return await FinishAsync(process);
    }

    public static async Task<(int ExitCode, string Output)> FinishAsync(Process process)
    {
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>Fails with the whole output when the exit code is another one.</summary>
    public static void AssertExit(int expected, (int ExitCode, string Output) run) =>
        Assert.True(expected == run.ExitCode, $"Exit code {run.ExitCode} instead of {expected}:\n{run.Output}");

    private static Process Start(string program, IReadOnlyList<string> arguments)
    {
        ProcessStartInfo start = new(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    private static string FindRoot()
    {
        DirectoryInfo? directory = new(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "ScyllaMigrations.psd1")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new DirectoryNotFoundException("The tests do not run inside of the source tree.");
    }
}
