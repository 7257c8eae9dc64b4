using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Drift;
using ScyllaMigrations.Execution;
using ScyllaMigrations.Reporting;

namespace ScyllaMigrations.Cli.Commands;

/// <summary>What a person sees after a run: whether the schema is as predicted, and where the keyspace stands now.</summary>
internal static class RunResult
{
    /// <summary>Shows the proof and the status; nothing where nobody reads along. A schema that is not as predicted is exit 4.</summary>
    public static async Task<ExitCode> ShowAsync(VerbRun run, OpenManager open, CancellationToken cancellationToken)
    {
        if (!run.Output.ShowsTables)
        {
            return ExitCode.Done;
        }

        ValidationResult validation = await open.Manager.ValidateAsync(cancellationToken);
        SchemaStatus status = await open.Manager.GetStatusAsync(cancellationToken);
        run.Output.Table(RunSummaryDocument.Of(validation, status));
        return validation.Valid ? ExitCode.Done : run.Failed(ErrorCodes.SchemaInvalid, validation.Message);
    }
}
