using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics.Metrics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Configuration;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Embedded;
using ScyllaMigrations.Hosting;
using ScyllaMigrations.Tests.Cli;
using Xunit;

namespace ScyllaMigrations.Tests.Hosting;

public sealed class HostingTests : IDisposable
{
    private readonly EmbeddedProject _project = new();
    private readonly RecordingLogs _logs = new();

    public void Dispose()
    {
        _project.Dispose();
        _logs.Dispose();
    }

    [Fact]
    public async Task A_program_migrates_before_it_serves_and_says_so()
    {
        using IHost host = Build(Embedded);
        await host.StartAsync();
        Assert.Equal("1.1.0", (await _project.RunAsync("status", "-o", "json")).Json.GetProperty("currentVersion").GetString());
        Assert.Contains(_logs.Lines, line => line.StartsWith("Information Up 1.0.0 initial schema in ", StringComparison.Ordinal));
        Assert.Contains(_logs.Lines, line => line.StartsWith("Information Keyspace pins on embedded:", StringComparison.Ordinal));
        Assert.Contains(_logs.Lines, line => line.StartsWith("Debug Statement 2 of 4 starts: 1.0.0 V1.0.0__initial_schema.cql:2", StringComparison.Ordinal));
        await host.StopAsync();
    }

    [Fact]
    public async Task A_program_whose_schema_cannot_be_made_ready_does_not_start()
    {
        _project.Write("V2.0.0__later.cql", "CREATE TABLE pins.later (id int PRIMARY KEY);\n");
        await _project.RunAsync("migrate", "--quiet");
        _project.Delete("V2.0.0__later.cql");
        using IHost host = Build(Embedded);
        MigrationException error = await Assert.ThrowsAsync<MigrationException>(() => host.StartAsync());
        Assert.Equal(ErrorCodes.SchemaTooNew, error.Code);
        Assert.StartsWith("schema version 2.0.0 is newer than supported version 1.1.0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_may_bring_its_own_session()
    {
        await using EmbeddedCluster cluster = EmbeddedCluster.InMemory();
        using IHost host = Build(options => options.Connect = (_, _) => Task.FromResult<ICluster>(cluster));
        await host.StartAsync();
        Assert.Equal("1.1.0", (await (await host.Services.GetRequiredService<MigrationHost>().GetManagerAsync(CancellationToken.None)).GetStatusAsync()).CurrentVersion);
    }

    [Fact]
    public async Task Contact_points_without_a_session_are_refused_with_what_to_do()
    {
        using IHost host = Build(options => options.Settings = new SettingsLayer { ContactPoints = ["127.0.0.1"] });
        MigrationException error = await Assert.ThrowsAsync<MigrationException>(() => host.StartAsync());
        Assert.Contains("session.AsMigrationClusterAsync()", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_happens_at_the_start_when_that_is_switched_off()
    {
        using IHost host = Build(options =>
        {
            Embedded(options);
            options.EnsureAtStart = false;
        });
        await host.StartAsync();
        Assert.False(File.Exists(_project.File));
    }

    [Fact]
    public async Task The_health_check_follows_the_schema()
    {
        using IHost host = Build(Embedded);
        await host.StartAsync();
        HealthCheckService health = host.Services.GetRequiredService<HealthCheckService>();
        HealthReportEntry good = (await health.CheckHealthAsync()).Entries["schema"];
        Assert.Equal((HealthStatus.Healthy, "pins"), (good.Status, (string)good.Data["keyspace"]));
        await _project.ExecuteAsync("DROP TABLE pins.partition_stats");
        HealthReportEntry bad = (await health.CheckHealthAsync()).Entries["schema"];
        Assert.Equal(HealthStatus.Unhealthy, bad.Status);
        Assert.Contains("missing table partition_stats", bad.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_are_counted_and_measured_and_the_version_is_told()
    {
        using MeterListener listener = new();
        ConcurrentQueue<string> measured = new();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == MigrationMetrics.MeterName)
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => measured.Enqueue($"{instrument.Name} {value} {Text(tags)}"));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => measured.Enqueue($"{instrument.Name} {Text(tags)}"));
        listener.Start();
        using IHost host = Build(Embedded);
        await host.StartAsync();
        listener.RecordObservableInstruments();
        Assert.Contains("migration_success_total 1 keyspace=pins", measured);
        Assert.Contains("migration_duration_seconds keyspace=pins,direction=Up", measured);
        Assert.Contains("schema_version_info 1 keyspace=pins,version=1.1.0", measured);
    }

    private static string Text(ReadOnlySpan<KeyValuePair<string, object?>> tags) => string.Join(',', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));

    private void Embedded(ScyllaMigrationsOptions options) => options.Settings = new SettingsLayer { Embedded = _project.File };

    private IHost Build(Action<ScyllaMigrationsOptions> configure)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddProvider(_logs).SetMinimumLevel(LogLevel.Debug);
        builder.Services.AddScyllaMigrations(options =>
        {
            options.Path = _project.Folder;
            configure(options);
        });
        builder.Services.AddHealthChecks().AddCheck<SchemaHealthCheck>("schema");
        return builder.Build();
    }
}
