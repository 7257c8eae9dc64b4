using System;
using Microsoft.Extensions.Logging;
using ScyllaMigrations.Execution;

namespace ScyllaMigrations.Hosting;

/// <summary>Writes the event stream to an <see cref="ILogger"/>: milestones as information, single statements as debug, warnings and failures as what they are.</summary>
public sealed partial class MigrationEventLog : IProgress<MigrationEvent>
{
    private readonly ILogger _logger;

    /// <summary>Makes a log.</summary>
    public MigrationEventLog(ILogger<MigrationEventLog> logger) => _logger = logger;

    /// <inheritdoc />
    public void Report(MigrationEvent value)
    {
        switch (value)
        {
            case MigrationEvent.StepStarted step:
                StepStarted(_logger, step.Step.Number, step.StepCount, step.Step.Migration, step.Step.File, step.Step.Line);
                break;
            case MigrationEvent.StepFinished step:
                StepFinished(_logger, step.Step.Number, step.StepCount, step.Duration.TotalSeconds);
                break;
            case MigrationEvent.BarrierProven:
                Detail(_logger, value.Text);
                break;
            case MigrationEvent.MigrationCompleted migration:
                MigrationCompleted(_logger, migration.Direction.ToString(), migration.Version, migration.Description, migration.Duration.TotalSeconds);
                break;
            case MigrationEvent.WarningRaised or MigrationEvent.LeaseWaiting:
                Warned(_logger, value.Text);
                break;
            case MigrationEvent.RunFinished finished:
                RunFinished(_logger, finished.Result.Message, finished.Result.Keyspace, finished.Result.ToVersion ?? "none", finished.Result.DurationSeconds);
                break;
            case MigrationEvent.RunFailed failed:
                RunFailed(_logger, failed.Code.Id, failed.Message);
                break;
            default:
                Milestone(_logger, value.Text);
                break;
        }
    }

    [LoggerMessage(1, LogLevel.Information, "{Text}")]
    private static partial void Milestone(ILogger logger, string text);

    [LoggerMessage(2, LogLevel.Debug, "Statement {Number} of {Count} starts: {Version} {File}:{Line}")]
    private static partial void StepStarted(ILogger logger, int number, int count, string version, string file, int line);

    [LoggerMessage(3, LogLevel.Debug, "Statement {Number} of {Count} done in {Seconds} s")]
    private static partial void StepFinished(ILogger logger, int number, int count, double seconds);

    [LoggerMessage(4, LogLevel.Debug, "{Text}")]
    private static partial void Detail(ILogger logger, string text);

    [LoggerMessage(5, LogLevel.Information, "{Direction} {Version} {Description} in {Seconds} s")]
    private static partial void MigrationCompleted(ILogger logger, string direction, string version, string description, double seconds);

    [LoggerMessage(6, LogLevel.Warning, "{Text}")]
    private static partial void Warned(ILogger logger, string text);

    [LoggerMessage(7, LogLevel.Information, "{Message} Keyspace {Keyspace} is at version {Version}; the run took {Seconds} s")]
    private static partial void RunFinished(ILogger logger, string message, string keyspace, string version, double seconds);

    [LoggerMessage(8, LogLevel.Error, "{Code}: {Message}")]
    private static partial void RunFailed(ILogger logger, string code, string message);
}
