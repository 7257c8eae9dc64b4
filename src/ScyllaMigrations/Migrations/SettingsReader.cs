using System;
using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.Migrations;

/// <summary>Reads the settings of a script: the comments <c>-- @name argument</c>.</summary>
internal static class SettingsReader
{
    private const string Known =
        "known are @timeout, @consistency, @window and @allow at the top, @dialect, @opaque and @allow before a statement";

    /// <summary>Reads a script's settings.</summary>
    /// <param name="source">The script.</param>
    /// <param name="scan">What was found in it.</param>
    /// <param name="findings">Gets what is wrong.</param>
    public static MigrationSettings Read(SourceText source, ScriptScan scan, ICollection<Finding> findings)
    {
        MigrationSettings settings = MigrationSettings.None;
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (CqlAnnotation annotation in scan.Header)
        {
            if (annotation.Name is "timeout" or "consistency" or "window" && !seen.Add(annotation.Name))
            {
                Report(source, annotation, FindingIds.InvalidSetting, $"@{annotation.Name} is given twice.", findings);
                continue;
            }

            settings = Apply(settings, source, annotation, findings);
        }

        foreach (CqlAnnotation annotation in scan.Inner)
        {
            if (annotation.Name is "timeout" or "consistency" or "window")
            {
                Report(source, annotation, FindingIds.InvalidSetting, $"@{annotation.Name} must stand at the top of the file, before the first statement.", findings);
            }
            else
            {
                Apply(MigrationSettings.None, source, annotation, findings);
            }
        }

        return settings;
    }

    private static MigrationSettings Apply(MigrationSettings settings, SourceText source, CqlAnnotation annotation, ICollection<Finding> findings)
    {
        string? fault = null;
        switch (annotation.Name)
        {
            case "timeout":
                fault = Durations.TryParse(annotation.Argument, out TimeSpan timeout) && timeout > TimeSpan.Zero ? null : Durations.Expected;
                settings = settings with { Timeout = timeout };
                break;
            case "consistency":
                fault = TryParseConsistency(annotation.Argument, out ConsistencyLevel level)
                    ? null
                    : "expected a consistency level such as quorum, local_quorum, each_quorum or all";
                settings = settings with { Consistency = level };
                break;
            case "window":
                settings = settings with { Window = true };
                break;
            case "allow":
                int blank = annotation.Argument.IndexOfAny([' ', '\t']);
                fault = blank > 0 ? null : "expected a rule's name and a reason, such as '@allow drop-column moved to table b'";
                AllowedRule[] allowed = blank > 0
                    ? [new AllowedRule(annotation.Argument.Substring(0, blank), annotation.Argument.Substring(blank).Trim())]
                    : [];
                settings = settings with { Allowed = ValueList.From(settings.Allowed.Concat(allowed)) };
                break;
            case "opaque":
                fault = annotation.Argument.Length > 0 ? null : "expected a reason, such as '@opaque new option of this server's version'";
                break;
            case "dialect":
                string[] patterns = annotation.Argument.Split([' ', ',', '\t'], StringSplitOptions.RemoveEmptyEntries);
                fault = patterns.Length > 0 && patterns.All(pattern => CqlDialect.Known.Any(dialect => dialect.Matches(pattern)))
                    ? null
                    : "expected scylla, cassandra or one of their versions, such as scylla-2025.4 or cassandra-5.0";
                break;
            default:
                Report(source, annotation, FindingIds.UnknownSetting, $"@{annotation.Name} is no setting; {Known}.", findings);
                break;
        }

        if (fault is not null)
        {
            string given = annotation.Argument.Length == 0 ? "no argument" : $"'{annotation.Argument}'";
            Report(source, annotation, FindingIds.InvalidSetting, $"@{annotation.Name} has {given}; {fault}.", findings);
        }

        return settings;
    }

    private static bool TryParseConsistency(string text, out ConsistencyLevel level) =>
        Enum.TryParse(text.Replace("_", string.Empty), ignoreCase: true, out level)
        && text.Length > 0 && char.IsLetter(text[0])
        && level is not (ConsistencyLevel.Serial or ConsistencyLevel.LocalSerial);

    private static void Report(SourceText source, CqlAnnotation annotation, string id, string message, ICollection<Finding> findings)
    {
        int at = source.Text.IndexOf('@', annotation.Span.Start);
        findings.Add(ScriptScanner.FindingAt(source, at, id, message));
    }
}
