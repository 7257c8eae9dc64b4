using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;

namespace ScyllaMigrations.Tests.Architecture;

/// <summary>Which assemblies each of ours may reference, besides the framework.</summary>
internal static class AssemblyRules
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["ScyllaMigrations.Cql"] = [],
        // On netstandard2.0 System.Memory and Microsoft.Bcl.AsyncInterfaces are a part of what System.Text.Json brings along.
        ["ScyllaMigrations"] = ["ScyllaMigrations.Cql", "System.Text.Json", "System.Memory", "Microsoft.Bcl.AsyncInterfaces"],
        // INSERT JSON; the same JSON library as below it, in the box of PowerShell 7.4.
        ["ScyllaMigrations.Embedded"] = ["ScyllaMigrations", "ScyllaMigrations.Cql", "System.Text.Json", "System.Memory", "Microsoft.Bcl.AsyncInterfaces"],
        ["ScyllaMigrations.Driver"] = ["ScyllaMigrations", "ScyllaMigrations.Cql", "Cassandra"],
        ["ScyllaMigrations.DriverHost"] = ["ScyllaMigrations", "ScyllaMigrations.Cql"],
        ["ScyllaMigrations.Hosting"] =
        [
            "ScyllaMigrations", "ScyllaMigrations.Cql", "ScyllaMigrations.Embedded",
            "Microsoft.Extensions.Logging.Abstractions", "Microsoft.Extensions.Hosting.Abstractions",
            "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Diagnostics.HealthChecks.Abstractions",
            "Microsoft.Extensions.Configuration.Abstractions", "Microsoft.Extensions.Options", "System.Diagnostics.DiagnosticSource",
        ],
        // IAsyncDisposable on netstandard2.0 comes with System.Text.Json's closure.
        ["ScyllaMigrations.PowerShell"] =
        [
            "ScyllaMigrations", "ScyllaMigrations.Cql", "ScyllaMigrations.Embedded", "System.Management.Automation", "System.Text.Json", "Microsoft.Bcl.AsyncInterfaces",
        ],
        ["migration-cli"] =
        [
            "ScyllaMigrations", "ScyllaMigrations.Cql", "ScyllaMigrations.Embedded", "ScyllaMigrations.DriverHost", "System.CommandLine", "Spectre.Console", "System.Text.Json",
        ],
    };

    public static IReadOnlyCollection<string> Known => Allowed.Keys;

    public static IReadOnlyList<string> Violations(AssemblyDefinition assembly)
    {
        string name = assembly.Name.Name;
        string[] allowed = Allowed[name];
        bool standard = assembly.MainModule.AssemblyReferences.Any(reference => reference.Name == "netstandard");
        return
        [
            .. assembly.MainModule.AssemblyReferences
                .Select(reference => reference.Name)
                .Where(reference => !IsFramework(reference, standard) && !allowed.Contains(reference, StringComparer.Ordinal))
                .Select(reference => $"{name} references {reference}"),
        ];
    }

    // The packages whose names begin with System. are named one by one; what is left belongs to the framework itself.
    private static bool IsFramework(string reference, bool standard) =>
        reference is "netstandard" or "mscorlib" or "System"
        || (reference == "System.Memory" && !standard)
        || (reference.StartsWith("System.", StringComparison.Ordinal)
            && reference is not ("System.Text.Json" or "System.CommandLine" or "System.Management.Automation" or "System.Memory"
                or "System.Collections.Immutable" or "System.Diagnostics.DiagnosticSource"));
}
