using System.Linq;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Migrations;
using ScyllaMigrations.Planning;

namespace ScyllaMigrations.Execution;

/// <summary>The error of a statement that a server refused: where it stands, what the server said, what was applied before.</summary>
internal static class StatementFailure
{
    public static MigrationException Of(PlanStep step, MigrationPlan plan, CqlServerException exception, RunLog log, string? unproven)
    {
        // Statements of access control may hold passwords: their text is never shown.
        SourceText? source = step.Kind == StepKind.Access ? null : Source(step, plan);
        string? line = source is not null && step.Line >= 1 && step.Line <= source.LineCount ? source.GetLine(step.Line) : null;
        Finding finding = new("StatementFailed", FindingSeverity.Error, $"the server refused this statement (0x{exception.ServerCode:X4}): {exception.Message}")
        {
            File = step.File,
            Line = step.Line,
            Column = line is null ? 1 : 1 + line.Length - line.TrimStart().Length,
            LineText = line,
            ServerCode = exception.ServerCode,
        };
        return new MigrationException(
            ErrorCodes.StatementFailed,
            $"{finding}\nStatement {step.Number} of {plan.Steps.Count} ({step.Migration}); nothing after it was sent. {log.Summary()}"
                + (unproven is null ? string.Empty : "\n" + unproven),
            [finding],
            exception)
        {
            Subject = step.Migration,
        };
    }

    private static SourceText? Source(PlanStep step, MigrationPlan plan)
    {
        Migration? migration = plan.Migrations.FirstOrDefault(candidate => candidate.Label == step.Migration);
        return new[] { migration?.Up, migration?.Down }.FirstOrDefault(script => script?.Source.Path == step.File)?.Source;
    }
}
