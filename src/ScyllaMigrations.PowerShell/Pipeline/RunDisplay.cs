using System;
using System.Globalization;
using System.Management.Automation;
using ScyllaMigrations.Execution;
using ScyllaMigrations.Reporting;

namespace ScyllaMigrations.PowerShell.Pipeline;

/// <summary>
/// Shows a run's events on PowerShell's streams: milestones as tagged information, what goes on as verbose, statements and timing as debug, risks as warnings,
/// and progress with the run as parent of its statement. Events come on any thread; all writing is handed to the pipeline thread.
/// </summary>
internal sealed class RunDisplay : IProgress<MigrationEvent>
{
    // Stable, so that hosts that show several records keep these in place.
    private const int RunActivity = 0x5C;
    private const int StepActivity = 0x5D;

    private readonly Cmdlet _cmdlet;
    private readonly Action<Action> _post;
    private string _activity = "Migrating";
    private int _shownPercent = -1;

    public RunDisplay(Cmdlet cmdlet, Action<Action> post)
    {
        _cmdlet = cmdlet;
        _post = post;
    }

    /// <inheritdoc />
    public void Report(MigrationEvent value) => _post(() => Show(value));

    /// <summary>Takes the progress records away; to be called on the pipeline thread, however the run ended.</summary>
    public void Complete()
    {
        if (_shownPercent >= 0)
        {
            _cmdlet.WriteProgress(new ProgressRecord(StepActivity, "Statement", "Done") { ParentActivityId = RunActivity, RecordType = ProgressRecordType.Completed });
            _cmdlet.WriteProgress(new ProgressRecord(RunActivity, _activity, "Done") { RecordType = ProgressRecordType.Completed });
        }
    }

    private void Show(MigrationEvent value)
    {
        switch (value)
        {
            case MigrationEvent.WarningRaised or MigrationEvent.RunResumed or MigrationEvent.LeaseTaken { TakenOverFrom: not null }:
                _cmdlet.WriteWarning(value.Text);
                break;
            case MigrationEvent.MigrationCompleted:
                Tell(value, "ScyllaMigrationCompleted");
                break;
            case MigrationEvent.BackupWritten:
                Tell(value, "ScyllaBackupWritten");
                break;
            case MigrationEvent.RunFinished:
                Tell(value, "ScyllaRunFinished");
                break;
            case MigrationEvent.StepStarted step:
                _cmdlet.WriteDebug($"{value.Text}: {PlanStepReport.Of(step.Step).Cql}");
                Progress(step);
                break;
            case MigrationEvent.StepFinished:
                _cmdlet.WriteDebug(value.Text);
                break;
            case MigrationEvent.RunFailed:
                // The error record says it.
                break;
            case MigrationEvent.RunStarted:
                _activity = value.Text;
                _cmdlet.WriteVerbose(value.Text);
                break;
            default:
                _cmdlet.WriteVerbose(value.Text);
                break;
        }
    }

    private void Tell(MigrationEvent value, string milestone)
    {
        _cmdlet.WriteVerbose(value.Text);
        _cmdlet.WriteInformation(value, ["ScyllaMigrations", milestone]);
    }

    // One record a percent is enough for any eye, and thousands of statements would otherwise be slowed by their display.
    private void Progress(MigrationEvent.StepStarted step)
    {
        int percent = step.StepCount == 0 ? 100 : (step.Step.Number - 1) * 100 / step.StepCount;
        if (percent == _shownPercent)
        {
            return;
        }

        _shownPercent = percent;
        string status = string.Format(CultureInfo.InvariantCulture, "Statement {0} of {1}", step.Step.Number, step.StepCount);
        _cmdlet.WriteProgress(new ProgressRecord(RunActivity, _activity, status) { PercentComplete = percent });
        _cmdlet.WriteProgress(new ProgressRecord(StepActivity, "Statement", step.Text) { ParentActivityId = RunActivity });
    }
}
