using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Execution;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Drift;

/// <summary>Holds the live schema against the predicted one and runs the checks of all applied migrations.</summary>
internal sealed class Validator
{
    private readonly ClusterAccess _access;
    private readonly PlanSource _plans;

    public Validator(ClusterAccess access, PlanSource plans)
    {
        _access = access;
        _plans = plans;
    }

    public async Task<ValidationResult> ValidateAsync(Situation situation, CancellationToken cancellationToken)
    {
        TimeSpan start = _access.Clock.Monotonic;
        (IReadOnlyList<ValidationDifference> differences, string? unpredictable) = Compare(situation);
        IEnumerable<Migration> applied = situation.History.Applied.Select(entry => _plans.Catalog.Find(entry.Version)).OfType<Migration>();
        IReadOnlyList<CheckOutcome> checks = await new CheckRunner(_access, _plans).RunAsync(applied, situation.Live, cancellationToken).ConfigureAwait(false);
        CheckOutcome? failed = checks.FirstOrDefault(check => !check.Passed);
        bool valid = differences.Count == 0 && failed is null;
        string? fault = differences.Count > 0 ? differences[0].Message : failed is null ? null : $"check {failed.Source} of {failed.Version}: {failed.Message}";
        return new ValidationResult
        {
            Cluster = _access.Cluster.Name,
            Path = _plans.Catalog.Path,
            Keyspace = _plans.Keyspace,
            Version = situation.History.Current?.ToString(),
            Valid = valid,
            Differences = differences,
            Checks = checks,
            Message = fault is not null
                ? "schema validation failed: " + fault
                : unpredictable ?? $"the live schema is what the migrations say, {checks.Count} check(s) passed",
            CheckedAt = _access.Clock.UtcNow.UtcDateTime,
            DurationSeconds = (_access.Clock.Monotonic - start).TotalSeconds,
        };
    }

    /// <summary>The differences, or why there is nothing to compare with.</summary>
    public (IReadOnlyList<ValidationDifference> Differences, string? Unpredictable) Compare(Situation situation)
    {
        if (situation.Snapshot.Interrupted is { } run)
        {
            return ([], $"run {run.Entry} is not finished, so the schema lies between two versions; finish it with 'migration-cli migrate'");
        }

        if (situation.History.Current is null)
        {
            return ([], "no version is applied, so there is nothing to compare with");
        }

        Prediction prediction = _plans.Predict(situation.History, situation.Live);
        return prediction.Schema is { } predicted
            ? (SchemaDifferences.Between(predicted, situation.Live, _plans.Keyspace), null)
            : ([], $"only the checks were run: {prediction.Reason}");
    }
}
