using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Migrations;
using ScyllaMigrations.Planning;

namespace ScyllaMigrations.Execution;

/// <summary>How entries and journal steps stand in the columns of the history table.</summary>
internal static class HistoryRows
{
    public const string VersionKind = "version";
    public const string RunKind = "run";
    private const string StepKindName = "step";
    private const string Marked = "outcome needed";

    public static HistoryRow Of(HistoryEntry entry) => Row(
        entry.Entry,
        0,
        ("kind", VersionKind),
        ("action", entry.Action.ToString()),
        ("version", entry.Version),
        ("description", entry.Description),
        ("migration_kind", entry.Kind.ToString()),
        ("checksum", entry.Checksum),
        ("at", entry.AppliedAt),
        ("duration_ms", entry.DurationMilliseconds),
        ("actor", entry.AppliedBy),
        ("host", entry.Host),
        ("tool_version", entry.ToolVersion),
        ("plan_hash", entry.PlanHash),
        ("run", entry.Run),
        ("entry_hash", entry.EntryHash),
        ("previous_hash", entry.PreviousHash));

    public static HistoryEntry ToEntry(CqlRow row) => new()
    {
        Entry = row.Get<int>("entry"),
        Action = Parse<HistoryAction>(row, "action"),
        Version = row.Get<string>("version") ?? throw new FormatException($"entry {row["entry"]} has no version"),
        Description = row.Get<string>("description") ?? string.Empty,
        Kind = Parse<MigrationKind>(row, "migration_kind"),
        Checksum = row.Get<string>("checksum"),
        AppliedAt = row.Get<DateTimeOffset>("at"),
        DurationMilliseconds = row.Get<long>("duration_ms"),
        AppliedBy = row.Get<string>("actor"),
        Host = row.Get<string>("host"),
        ToolVersion = row.Get<string>("tool_version"),
        PlanHash = row.Get<string>("plan_hash"),
        Run = row.Get<int?>("run"),
        EntryHash = row.Get<string>("entry_hash"),
        PreviousHash = row.Get<string>("previous_hash"),
    };

    public static HistoryRow Of(RunEntry run) => Row(
        run.Entry,
        0,
        ("kind", RunKind),
        ("state", run.State.ToString()),
        ("direction", run.Direction.ToString()),
        ("version", run.Target),
        ("plan_hash", run.PlanHash),
        ("step_count", run.StepCount),
        ("coordinator", run.Coordinator),
        ("at", run.StartedAt),
        ("actor", run.Actor),
        ("host", run.Host),
        ("tool_version", run.ToolVersion),
        ("replaces", run.Replaces.Count == 0 ? null : string.Join(",", run.Replaces)),
        ("detail", run.Detail));

    /// <summary>The change of a run's state alone.</summary>
    public static HistoryRow StateOf(int run, RunState state) => Row(run, 0, ("state", state.ToString()));

    public static RunEntry ToRun(CqlRow row) => new()
    {
        Entry = row.Get<int>("entry"),
        State = Parse<RunState>(row, "state"),
        Direction = Parse<PlanDirection>(row, "direction"),
        Target = row.Get<string>("version"),
        PlanHash = row.Get<string>("plan_hash") ?? string.Empty,
        StepCount = row.Get<int>("step_count"),
        Coordinator = row.Get<Guid?>("coordinator"),
        StartedAt = row.Get<DateTimeOffset>("at"),
        Actor = row.Get<string>("actor"),
        Host = row.Get<string>("host"),
        ToolVersion = row.Get<string>("tool_version"),
        Replaces = [.. (row.Get<string>("replaces") ?? string.Empty).Split([','], StringSplitOptions.RemoveEmptyEntries).Select(text => int.Parse(text, CultureInfo.InvariantCulture))],
        Detail = row.Get<string>("detail"),
    };

    public static HistoryRow Of(int run, JournalStep step) => Row(
        run,
        step.Number,
        ("kind", StepKindName),
        ("version", step.Migration),
        ("step_kind", step.Kind.ToString()),
        ("statement_hash", step.StatementHash),
        ("table_id", step.TableId),
        ("changes", string.Join("\n", step.Changes.Select(change => $"{change.Before ?? "-"} {change.After ?? "-"} {change.Object}"))),
        ("state", step.NeedsOutcome ? Marked : null),
        ("write_time", step.WriteTime),
        ("outcome", step.Outcome?.ToString()));

    /// <summary>The change of a journaled step's timestamp or outcome alone.</summary>
    public static HistoryRow MarkOf(int run, int step, long? writeTime, StepOutcome? outcome) =>
        Row(run, step, ("write_time", writeTime), ("outcome", outcome?.ToString()));

    public static JournalStep ToStep(CqlRow row) => new()
    {
        Number = row.Get<int>("step"),
        Kind = Parse<StepKind>(row, "step_kind"),
        Migration = row.Get<string>("version") ?? string.Empty,
        StatementHash = row.Get<string>("statement_hash") ?? string.Empty,
        TableId = row.Get<Guid?>("table_id"),
        Changes = ToChanges(row.Get<string>("changes")),
        NeedsOutcome = row.Get<string>("state") == Marked,
        WriteTime = row.Get<long?>("write_time"),
        Outcome = row["outcome"] is null ? null : Parse<StepOutcome>(row, "outcome"),
    };

    private static IReadOnlyList<JournalChange> ToChanges(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return [];
        }

        return [.. text!.Split('\n').Select(line =>
        {
            string[] parts = line.Split([' '], 3);
            return parts.Length == 3 ? new JournalChange(parts[2], Fingerprint(parts[0]), Fingerprint(parts[1])) : throw new FormatException($"'{line}' is no journaled change");
        })];
    }

    private static string? Fingerprint(string text) => text == "-" ? null : text;

    private static T Parse<T>(CqlRow row, string column)
        where T : struct =>
        Enum.TryParse(row.Get<string>(column), out T value)
            ? value
            : throw new FormatException(string.Format(CultureInfo.InvariantCulture, "column {0} holds '{1}'", column, row[column] ?? "null"));

    private static HistoryRow Row(int entry, int step, params (string Name, object? Value)[] columns) =>
        new(entry, step, [.. columns.Where(column => column.Value is not null).Select(column => new KeyValuePair<string, object>(column.Name, column.Value!))]);
}
