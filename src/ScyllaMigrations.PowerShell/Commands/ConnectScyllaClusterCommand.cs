using System;
using System.Management.Automation;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Configuration;
using ScyllaMigrations.Execution;
using ScyllaMigrations.PowerShell.Completers;
using ScyllaMigrations.PowerShell.Pipeline;
using ScyllaMigrations.PowerShell.Sessions;

namespace ScyllaMigrations.PowerShell.Commands;

/// <summary>Opens a session to a cluster and makes it the default one of the runspace.</summary>
[Cmdlet(VerbsCommunications.Connect, "ScyllaCluster", DefaultParameterSetName = "ContactPoint")]
[OutputType(typeof(ScyllaSession))]
public sealed class ConnectScyllaClusterCommand : ScyllaCmdlet
{
    /// <summary>Host names or addresses, each with an optional ":port"; by default those of SCYLLADB_CONTACT_POINTS.</summary>
    [Parameter(Position = 0, ParameterSetName = "ContactPoint")]
    [ValidateNotNullOrEmpty]
    public string[]? ContactPoint { get; set; }

    /// <summary>The file of an embedded cluster; a missing file is an empty cluster.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Embedded")]
    [ValidateNotNullOrEmpty]
    public string? Embedded { get; set; }

    /// <summary>Port of contact points without one.</summary>
    [Parameter(ParameterSetName = "ContactPoint")]
    [ValidateRange(1, 65535)]
    public int Port { get; set; }

    /// <summary>Database user and password.</summary>
    [Parameter(ParameterSetName = "ContactPoint")]
    [Credential]
    [ValidateNotNull]
    public PSCredential Credential { get; set; } = PSCredential.Empty;

    /// <summary>The data centre to prefer.</summary>
    [Parameter(ParameterSetName = "ContactPoint")]
    [ValidateNotNullOrEmpty]
    public string? LocalDataCenter { get; set; }

    /// <summary>The folder of the driver adapter, where it is not the module's own.</summary>
    [Parameter(ParameterSetName = "ContactPoint")]
    [ValidateNotNullOrEmpty]
    public string? DriverPath { get; set; }

    /// <summary>Server and version to plan for, such as cassandra-5.0, instead of asking; for an embedded cluster that is new, the one to imitate.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(DialectCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Dialect { get; set; }

    private protected override object? CurrentItem => Embedded ?? (ContactPoint is null ? null : string.Join(",", ContactPoint));

    private protected override void Process()
    {
        ClusterChoice choice = new()
        {
            Embedded = Embedded is null ? null : FilePath(Embedded),
            ContactPoints = ContactPoint,
            Port = Port == 0 ? null : Port,
            Credential = Credential == PSCredential.Empty ? null : Credential,
            LocalDataCenter = LocalDataCenter,
        };
        EffectiveSettings settings = SettingsResolver.Resolve(
            choice.Layer(new SettingsLayer { Dialect = Dialect is null ? null : DialectOf(Dialect) }), EnvironmentVariables.Read(Environment.GetEnvironmentVariable), null, null);
        ClusterSelector selector = MakesOfCluster.Selector(DriverPath is null ? null : FilePath(DriverPath), Warn);
        ICluster cluster = Run(token => selector.ConnectAsync(settings, token));
        ScyllaSession session = new(cluster);
        SessionTable.ForRunspace().Add(session);
        WriteVerbose($"Connected to {session.Cluster}: {session.Dialect}, {session.Hosts.Count} host(s).");
        WriteObject(session);
    }
}
