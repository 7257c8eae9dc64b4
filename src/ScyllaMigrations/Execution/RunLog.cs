using System;
using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Migrations;
using ScyllaMigrations.Planning;

namespace ScyllaMigrations.Execution;

/// <summary>What happened in a run so far: told to the observer at once, gathered for the result and for errors.</summary>
internal sealed class RunLog
{
    private readonly IClock _clock;
    private readonly IProgress<MigrationEvent>? _progress;
    private readonly Dictionary<string, (int Count, TimeSpan Time)> _sent = new(StringComparer.Ordinal);
    private readonly List<string> _warnings = [];
    private readonly List<AppliedMigration> _migrations = [];
    private readonly TimeSpan _start;

    public RunLog(IClock clock, IProgress<MigrationEvent>? progress)
    {
        _clock = clock;
        _progress = progress;
        _start = clock.Monotonic;
        StartedAt = clock.UtcNow;
    }

    public DateTimeOffset StartedAt { get; }

    public TimeSpan Elapsed => _clock.Monotonic - _start;

    public DateTimeOffset Now => _clock.UtcNow;

    public int StatementCount { get; private set; }

    public bool Resumed { get; set; }

    public string? BackupFile { get; set; }

    public string? PlanHash { get; set; }

    public IReadOnlyList<string> Warnings => _warnings;

    public IReadOnlyList<AppliedMigration> Migrations => _migrations;

    public void Tell(MigrationEvent happened) => _progress?.Report(happened);

    public void Warn(string text)
    {
        // Both looks before a run find the same.
        if (!_warnings.Contains(text))
        {
            _warnings.Add(text);
            Tell(new MigrationEvent.WarningRaised(text) { At = Now });
        }
    }

    public void Sent(PlanStep step, TimeSpan duration)
    {
        (int count, TimeSpan time) = _sent.TryGetValue(step.Migration, out (int Count, TimeSpan Time) known) ? known : default;
        _sent[step.Migration] = (count + 1, time + duration);
        StatementCount++;
    }

    public TimeSpan DurationOf(string migration) => _sent.TryGetValue(migration, out (int Count, TimeSpan Time) known) ? known.Time : TimeSpan.Zero;

    public void Completed(Migration migration, PlanDirection direction)
    {
        (int count, TimeSpan time) = _sent.TryGetValue(migration.Label, out (int Count, TimeSpan Time) known) ? known : default;
        _migrations.Add(new AppliedMigration
        {
            Version = migration.Label,
            Description = migration.Description,
            Path = migration.Up.Source.Path,
            StatementCount = count,
            DurationSeconds = time.TotalSeconds,
        });
        Tell(new MigrationEvent.MigrationCompleted(migration.Label, migration.Description, direction, time) { At = Now });
    }

    /// <summary>What was done, for an error's further lines.</summary>
    public string Summary() => StatementCount == 0 && _migrations.Count == 0
        ? "Nothing was applied. Run again to go on."
        : $"{StatementCount} statement(s) took effect"
            + (_migrations.Count == 0 ? string.Empty : $"; finished: {string.Join(", ", _migrations.Select(migration => migration.Version))}")
            + ". Run again to go on: what was applied is found by itself.";
}
