using System;
using Microsoft.Extensions.DependencyInjection;

namespace ScyllaMigrations.Hosting;

/// <summary>Adds migrations to a program's services.</summary>
public static class ScyllaMigrationsServices
{
    /// <summary>
    /// Makes the schema ready when the program starts, logs every run and measures it. For health checks add
    /// <c>services.AddHealthChecks().AddCheck&lt;SchemaHealthCheck&gt;("schema")</c>; for metrics subscribe to the meter <see cref="MigrationMetrics.MeterName"/>.
    /// </summary>
    /// <param name="services">The program's services; logging has to be among them, as in every generic host.</param>
    /// <param name="configure">Sets what the environment variables and the configuration file do not.</param>
    public static IServiceCollection AddScyllaMigrations(this IServiceCollection services, Action<ScyllaMigrationsOptions>? configure = null)
    {
        ScyllaMigrationsOptions options = new();
        configure?.Invoke(options);
        services.AddSingleton(options);
        services.AddSingleton<MigrationMetrics>();
        services.AddSingleton<MigrationEventLog>();
        services.AddSingleton<MigrationHost>();
        services.AddSingleton<SchemaHealthCheck>();
        services.AddHostedService<MigrationHostedService>();
        return services;
    }
}
