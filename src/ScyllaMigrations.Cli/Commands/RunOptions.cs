using System;
using System.Collections.Generic;
using System.CommandLine;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Cli.Commands;

/// <summary>Options that more than one verb takes.</summary>
internal static class RunOptions
{
    public const string None = "none";

    public static Option<string> Target(string description) => new("--to") { HelpName = "VERSION", Description = description };

    public static Option<bool> DryRun() => new("--dry-run") { Description = "Show the plan and send nothing." };

    public static Option<string> PlanHash() => new("--plan") { HelpName = "HASH", Description = "Hash of the approved plan: runs exactly that plan, losses included, or nothing." };

    public static Option<bool> AllowDataLoss() => new("--allow-data-loss") { Description = "Consent to statements that lose data." };

    public static Option<string> Backup() => new("--backup") { HelpName = "DIR", Description = "Write a backup of schema and history into DIR first." };

    public static Option<string[]> Overrides() => new("--override")
    {
        HelpName = "NAME=REASON",
        Description = "Override a refusal by its name; the reason goes into history. May be given several times.",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>Reads a version.</summary>
    /// <exception cref="Diagnostics.MigrationException">UsageInvalid: it is none.</exception>
    public static MigrationVersion? Version(string? text, string option, string verb) =>
        text is null ? null
        : MigrationVersion.TryParse(text, out MigrationVersion? version, out string? error) ? version
        : throw CliErrors.Usage($"{option}: {error}", verb);

    /// <summary>Reads pairs such as <c>NAME=VALUE</c>.</summary>
    /// <exception cref="Diagnostics.MigrationException">UsageInvalid: one has no name or no equals sign.</exception>
    public static IReadOnlyDictionary<string, string> Pairs(IReadOnlyList<string>? texts, string option, string? verb)
    {
        Dictionary<string, string> pairs = new(StringComparer.Ordinal);
        foreach (string text in texts ?? [])
        {
            int equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                throw CliErrors.Usage($"{option}: '{text}' is not NAME=VALUE.", verb);
            }

            if (!pairs.TryAdd(text[..equals], text[(equals + 1)..]))
            {
                throw CliErrors.Usage($"{option}: '{text[..equals]}' is given twice.", verb);
            }
        }

        return pairs;
    }
}
