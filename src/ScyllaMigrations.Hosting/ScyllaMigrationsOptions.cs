using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Configuration;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Hosting;

/// <summary>How a program wants its schema treated. What is not set here comes from environment variables, then from <c>scylla-migrations.json</c>.</summary>
public sealed class ScyllaMigrationsOptions
{
    /// <summary>The folder of the migrations; null for <c>migrations</c> beside the program. May be absent when <see cref="Migrations"/> holds all.</summary>
    public string? Path { get; set; }

    /// <summary>Migrations registered in code, mixed with the files of the folder.</summary>
    public IList<Migration> Migrations { get; } = [];

    /// <summary>Settings that win over environment variables and the configuration file.</summary>
    public SettingsLayer Settings { get; set; } = new();

    /// <summary>The environment of the configuration file that is wanted; null for none.</summary>
    public string? Environment { get; set; }

    /// <summary>
    /// Connects to the cluster; null for the embedded file that the settings name. Programs that talk to servers give their own session, wrapped by the driver
    /// package: <c>(services, token) =&gt; services.GetRequiredService&lt;ISession&gt;().AsMigrationClusterAsync(token)</c>.
    /// </summary>
    public Func<IServiceProvider, CancellationToken, Task<ICluster>>? Connect { get; set; }

    /// <summary>True to make the schema ready while the program starts, before it serves anything. The default is true.</summary>
    public bool EnsureAtStart { get; set; } = true;
}
