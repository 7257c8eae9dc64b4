using System;
using System.Collections.Generic;
using System.Diagnostics.Metrics;
using System.Threading;
using ScyllaMigrations.Execution;

namespace ScyllaMigrations.Hosting;

/// <summary>
/// Counts and measures runs from the event stream, as instruments of the meter <c>ScyllaMigrations</c>: histogram <c>migration_duration_seconds</c>, counters
/// <c>migration_success_total</c> and <c>migration_failure_total</c>, and gauge <c>schema_version_info</c>, which is 1 with the version as a label.
/// </summary>
public sealed class MigrationMetrics : IProgress<MigrationEvent>, IDisposable
{
    /// <summary>The meter's name, for those who subscribe to it.</summary>
    public const string MeterName = "ScyllaMigrations";

    private readonly Meter _meter = new(MeterName);
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _success;
    private readonly Counter<long> _failure;
    private SchemaVersion? _version;
    private string _keyspace = string.Empty;

    /// <summary>Makes the instruments.</summary>
    public MigrationMetrics()
    {
        _duration = _meter.CreateHistogram<double>("migration_duration_seconds", "s", "How long a run took, waiting for the lease included.");
        _success = _meter.CreateCounter<long>("migration_success_total", null, "Runs that ended well.");
        _failure = _meter.CreateCounter<long>("migration_failure_total", null, "Runs that ended with an error.");
        _meter.CreateObservableGauge("schema_version_info", ObserveVersion, null, "The schema's version, as a label; always 1.");
    }

    /// <inheritdoc />
    public void Report(MigrationEvent value)
    {
        switch (value)
        {
            case MigrationEvent.RunStarted started:
                _keyspace = started.Keyspace;
                break;
            case MigrationEvent.RunFinished { Result: { } result }:
                _duration.Record(result.DurationSeconds, Label("keyspace", result.Keyspace), Label("direction", result.Direction));
                _success.Add(1, Label("keyspace", result.Keyspace));
                SetVersion(result.Keyspace, result.ToVersion);
                break;
            case MigrationEvent.RunFailed failed:
                _failure.Add(1, Label("keyspace", _keyspace), Label("code", failed.Code.Id));
                break;
        }
    }

    /// <summary>Tells the version that was found without a run.</summary>
    /// <param name="keyspace">The keyspace.</param>
    /// <param name="version">The version; null before the first.</param>
    public void SetVersion(string keyspace, string? version) => Volatile.Write(ref _version, new SchemaVersion(keyspace, version ?? "none"));

    /// <inheritdoc />
    public void Dispose() => _meter.Dispose();

    private static KeyValuePair<string, object?> Label(string name, string value) => new(name, value);

    private IEnumerable<Measurement<long>> ObserveVersion() =>
        Volatile.Read(ref _version) is { } version
            ? [new Measurement<long>(1, Label("keyspace", version.Keyspace), Label("version", version.Version))]
            : [];

    private sealed record SchemaVersion(string Keyspace, string Version);
}
