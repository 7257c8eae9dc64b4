using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using Xunit;

namespace ScyllaMigrations.Tests.Cli;

/// <summary>The program as a process of its own: what cannot be seen from inside.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cli").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public async Task Redirected_output_is_plain_and_the_exit_code_arrives()
    {
        (int exitCode, string output, string error) = await RunAsync("list", "--path", _folder);
        Assert.Equal((0, "There are no migrations.\n", string.Empty), (exitCode, output, error));
    }

    [Fact]
    public async Task Errors_go_to_standard_error_and_the_exit_code_is_the_cause_s()
    {
        (int exitCode, string output, string error) = await RunAsync("status", "--path", _folder);
        Assert.Equal(2, exitCode);
        Assert.Empty(output);
        Assert.StartsWith("error ClusterNotGiven: ", error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', error);
    }

    [Fact]
    public async Task The_version_is_printed()
    {
        (int exitCode, string output, _) = await RunAsync("--version");
        Assert.Equal(0, exitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+", output);
    }

    internal static Process Start(IReadOnlyDictionary<string, string>? variables, params string[] args)
    {
        ProcessStartInfo start = new(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "migration-cli.dll"));
        foreach (string arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        foreach (KeyValuePair<string, string> variable in variables ?? new Dictionary<string, string>())
        {
            start.Environment[variable.Key] = variable.Value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] args)
    {
        using Process process = Start(null, args);
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, (await output).ReplaceLineEndings("\n"), (await error).ReplaceLineEndings("\n"));
    }
}
