using System;
using System.Linq;
using System.Reflection;

namespace ScyllaMigrations.Execution;

/// <summary>Who runs: what history, lease and audit say about a run.</summary>
/// <param name="Actor">User of the operating system, or on a CI system the one who started the pipeline.</param>
/// <param name="Host">The machine.</param>
/// <param name="ToolVersion">The version of the library.</param>
public sealed record RunnerIdentity(string Actor, string Host, string ToolVersion)
{
    // Set by GitHub Actions, Azure Pipelines, GitLab.
    private static readonly string[] CiActors = ["GITHUB_ACTOR", "BUILD_REQUESTEDFOR", "GITLAB_USER_LOGIN"];

    /// <summary>The identity of this process.</summary>
    /// <param name="variable">Reads environment variables.</param>
    public static RunnerIdentity OfProcess(Func<string, string?> variable)
    {
        string? actor = CiActors.Select(variable).FirstOrDefault(name => !string.IsNullOrWhiteSpace(name));
        return new RunnerIdentity(actor ?? Environment.UserName, Environment.MachineName, Version());
    }

    private static string Version()
    {
        string version = typeof(RunnerIdentity).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";
        int metadata = version.IndexOf('+');
        return metadata < 0 ? version : version.Substring(0, metadata);
    }
}
