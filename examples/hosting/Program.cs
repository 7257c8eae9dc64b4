// A program that brings its own schema: it migrates before it serves anything, and does not start when that fails.
//
//   dotnet run --project examples/hosting -- examples/ipfs-pins pins.cql
using System;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using ScyllaMigrations.Configuration;
using ScyllaMigrations.Execution;
using ScyllaMigrations.Hosting;
using ScyllaMigrations.Reporting;
using HealthReport = Microsoft.Extensions.Diagnostics.HealthChecks.HealthReport;

if (args.Length != 2)
{
    Console.Error.WriteLine("usage: MIGRATIONS-FOLDER EMBEDDED-FILE");
    return 2;
}

HostApplicationBuilder builder = Host.CreateApplicationBuilder();
builder.Services.AddScyllaMigrations(options =>
{
    options.Path = args[0];
    options.Settings = new SettingsLayer { Embedded = args[1] };
});
builder.Services.AddHealthChecks().AddCheck<SchemaHealthCheck>("schema");
using IHost host = builder.Build();
await host.StartAsync();

MigrationManager manager = await host.Services.GetRequiredService<MigrationHost>().GetManagerAsync(default);
Console.WriteLine(TextReportWriter.Write(StatusDocument.Of(await manager.GetStatusAsync())));
HealthReport health = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
Console.WriteLine($"health: {health.Status}");

await host.StopAsync();
return 0;
