using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Linting;

namespace ScyllaMigrations.Reporting;

/// <summary>A check of a catalog without a cluster, with plain properties.</summary>
public sealed record LintReport
{
    /// <summary>Where the migrations come from; null when all are registered in code.</summary>
    public required string? Path { get; init; }

    /// <summary>The keyspace that they belong to; null when not known.</summary>
    public required string? Keyspace { get; init; }

    /// <summary>The dialect that they were parsed and simulated in.</summary>
    public required string Dialect { get; init; }

    /// <summary>True when no finding is an error.</summary>
    public required bool Valid { get; init; }

    /// <summary>How many migrations there are; 0 when the catalog could not be read.</summary>
    public required int MigrationCount { get; init; }

    /// <summary>How many statements a first run would send; 0 when the chain is not valid.</summary>
    public required int StatementCount { get; init; }

    /// <summary>How many findings are errors.</summary>
    public required int ErrorCount { get; init; }

    /// <summary>How many findings are warnings.</summary>
    public required int WarningCount { get; init; }

    /// <summary>What was found, worst first.</summary>
    public required IReadOnlyList<FindingReport> Findings { get; init; }

    /// <summary>One sentence for people.</summary>
    public required string Message { get; init; }

    /// <summary>Makes the report of a result.</summary>
    public static LintReport Of(LintResult result)
    {
        int errors = result.Findings.Count(finding => finding.Severity == FindingSeverity.Error);
        int warnings = result.Findings.Count(finding => finding.Severity == FindingSeverity.Warning);
        string counts = $"{ReportFormat.Count(errors, "error")}, {ReportFormat.Count(warnings, "warning")}";
        return new LintReport
        {
            Path = result.Path,
            Keyspace = result.Keyspace,
            Dialect = result.Dialect,
            Valid = errors == 0,
            MigrationCount = result.MigrationCount,
            StatementCount = result.StatementCount,
            ErrorCount = errors,
            WarningCount = warnings,
            Findings = [.. result.Findings.Select(FindingReport.Of)],
            Message = errors > 0
                ? $"The migrations are not valid: {counts}."
                : $"{ReportFormat.Count(result.MigrationCount, "migration")} with {ReportFormat.Count(result.StatementCount, "statement")} checked for {result.Dialect}: {counts}.",
        };
    }
}
