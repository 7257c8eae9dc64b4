using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;

namespace ScyllaMigrations.Tests.Architecture;

/// <summary>The order of folders inside an assembly: a layer sees those named before it, never those after it.</summary>
internal static class LayerRules
{
    private static readonly string[][] Library =
    [
        ["ScyllaMigrations.Diagnostics"],
        ["ScyllaMigrations.Clusters"],
        ["ScyllaMigrations.Migrations"],
        ["ScyllaMigrations.Configuration"],
        ["ScyllaMigrations.Planning", "ScyllaMigrations.Linting"],
        ["ScyllaMigrations.Execution", "ScyllaMigrations.Drift", "ScyllaMigrations.Health", "ScyllaMigrations.Backup", "ScyllaMigrations.Audit"],
        ["ScyllaMigrations.Reporting"],
    ];

    private static readonly string[][] CqlLibrary =
    [
        ["ScyllaMigrations.Cql", "ScyllaMigrations.Cql.Collections"],
        ["ScyllaMigrations.Cql.Syntax"],
        ["ScyllaMigrations.Cql.Schema"],
    ];

    // Planning and Linting stand above the ports, but must not ask a cluster; Cql and they must not touch the world.
    private static readonly string[] Pure = ["ScyllaMigrations.Cql", "ScyllaMigrations.Planning", "ScyllaMigrations.Linting"];

    private static readonly string[] Impure =
    [
        "System.Console", "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo",
        "System.Environment::GetEnvironmentVariable", "System.DateTime::get_UtcNow", "System.DateTime::get_Now", "System.DateTimeOffset::get_UtcNow",
        "System.Guid::NewGuid", "System.Random", "System.Diagnostics.Process", "System.Net.",
        "ScyllaMigrations.Clusters.ICqlSession", "ScyllaMigrations.Clusters.ICluster", "ScyllaMigrations.Clusters.IClock",
    ];

    public static IReadOnlyList<string> Violations(AssemblyDefinition assembly)
    {
        List<string> violations = [];
        foreach (TypeDefinition type in assembly.MainModule.GetTypes().Where(type => !type.Name.StartsWith('<')))
        {
            string from = Namespace(type);
            foreach (string mention in TypeMentions.Of(type))
            {
                string to = mention.Contains("::", StringComparison.Ordinal) ? mention[..mention.IndexOf("::", StringComparison.Ordinal)] : mention;
                if (Backwards(Library, from, to) || Backwards(CqlLibrary, from, to))
                {
                    violations.Add($"{type.FullName} looks up to {to}");
                }

                if (IsPure(from) && Impure.Any(impure => impure.EndsWith('.') ? mention.StartsWith(impure, StringComparison.Ordinal) : mention == impure || to == impure))
                {
                    violations.Add($"{type.FullName} is pure, but uses {mention}");
                }
            }
        }

        return [.. violations.Distinct(StringComparer.Ordinal)];
    }

    private static bool IsPure(string ns) =>
        Pure.Any(pure => ns == pure || ns.StartsWith(pure + ".", StringComparison.Ordinal));

    private static bool Backwards(string[][] layers, string from, string to)
    {
        int fromLayer = Layer(layers, from);
        int toLayer = Layer(layers, to.Contains('.', StringComparison.Ordinal) ? to[..to.LastIndexOf('.')] : to);
        return fromLayer >= 0 && toLayer > fromLayer;
    }

    // The longest name that fits decides, so that Cql.Syntax is not taken for Cql.
    private static int Layer(string[][] layers, string ns)
    {
        string? best = layers.SelectMany(layer => layer)
            .Where(name => ns == name || ns.StartsWith(name + ".", StringComparison.Ordinal))
            .MaxBy(name => name.Length);
        return best is null ? -1 : Array.FindIndex(layers, layer => layer.Contains(best, StringComparer.Ordinal));
    }

    private static string Namespace(TypeDefinition type)
    {
        while (type.DeclaringType is not null)
        {
            type = type.DeclaringType;
        }

        return type.Namespace;
    }
}
