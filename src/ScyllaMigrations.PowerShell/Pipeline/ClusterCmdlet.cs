using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Configuration;
using ScyllaMigrations.Execution;
using ScyllaMigrations.Migrations;
using ScyllaMigrations.PowerShell.Sessions;

namespace ScyllaMigrations.PowerShell.Pipeline;

/// <summary>A cmdlet that works on a cluster: the one named by its parameters, else the runspace's default session, else what environment or configuration name.</summary>
public abstract class ClusterCmdlet : CatalogCmdlet
{
    private static readonly string[] ClusterParameters = [nameof(Session), nameof(Cluster), nameof(Embedded), nameof(ContactPoint)];

    private HashSet<string> _typed = [];

    private protected ClusterCmdlet()
    {
    }

    /// <summary>A session of Connect-ScyllaCluster.</summary>
    [Parameter]
    [ValidateNotNull]
    public ScyllaSession? Session { get; set; }

    /// <summary>A cluster as results name it: "embedded:FILE", or contact points as "host:port,host:port". An open session to it is used.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Cluster { get; set; }

    /// <summary>The file of an embedded cluster; a missing file is an empty cluster.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Embedded { get; set; }

    /// <summary>Host names or addresses, each with an optional ":port".</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? ContactPoint { get; set; }

    /// <summary>Port of contact points without one.</summary>
    [Parameter]
    [ValidateRange(1, 65535)]
    public int Port { get; set; }

    /// <summary>Database user and password.</summary>
    [Parameter]
    [Credential]
    [ValidateNotNull]
    public PSCredential Credential { get; set; } = PSCredential.Empty;

    /// <summary>The data centre to prefer.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? LocalDataCenter { get; set; }

    /// <summary>The folder of the driver adapter, where it is not the module's own.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? DriverPath { get; set; }

    // What is bound before the first item was typed by the user; what comes with an item gives way to it.
    private protected override void Begin() => _typed = [.. ClusterParameters.Where(MyInvocation.BoundParameters.ContainsKey)];

    private protected override SettingsLayer Parameters() => Choice().Layer(base.Parameters());

    /// <summary>Opens the cluster for a folder, does some work and closes it again.</summary>
    private protected T WithTarget<T>(string folder, Func<MigrationTarget, CancellationToken, Task<T>> work)
    {
        Func<CancellationToken, Task<MigrationTarget>> open = Opening(folder);
        return Run(async token =>
        {
            MigrationTarget target = await open(token).ConfigureAwait(false);
            try
            {
                return await work(target, token).ConfigureAwait(false);
            }
            finally
            {
                await target.CloseAsync().ConfigureAwait(false);
            }
        });
    }

    /// <summary>Opens the cluster for a folder, for work with questions in between, and closes it again.</summary>
    private protected void WithTarget(string folder, Action<MigrationTarget> work)
    {
        MigrationTarget target = Run(Opening(folder));
        try
        {
            work(target);
        }
        finally
        {
            Run(_ => target.CloseAsync());
        }
    }

    // What belongs to the pipeline thread, the runspace's sessions and the parameters, is read before the work leaves it.
    private Func<CancellationToken, Task<MigrationTarget>> Opening(string folder)
    {
        ScyllaSession? session = Choice().FindSession(SessionTable.ForRunspace());
        SettingsLayer parameters = Parameters();
        string? driverPath = DriverPath is null ? null : FilePath(DriverPath);
        WriteVerbose($"Working on the migrations in {folder}{(session is null ? "" : $" with the session to {session.Cluster}")}.");
        return async token =>
        {
            MigrationSetup setup = await ReadSetupAsync(folder, parameters, EnvironmentName, token).ConfigureAwait(false);
            MigrationCatalog catalog = await LoadCatalogAsync(setup, token).ConfigureAwait(false);
            ICluster? own = session is null ? await MakesOfCluster.Selector(driverPath, Warn).ConnectAsync(setup.Settings, token).ConfigureAwait(false) : null;
            ICluster cluster = own ?? session!.Connection;
            return new MigrationTarget(new MigrationManager(cluster, catalog, setup.ManagerOptions()), cluster.Name, folder, setup.Settings.Options, own);
        };
    }

    private ClusterChoice Choice()
    {
        bool Chosen(string parameter) => _typed.Count == 0 || _typed.Contains(parameter);
        return new ClusterChoice
        {
            Session = Chosen(nameof(Session)) ? Session : null,
            Cluster = Chosen(nameof(Cluster)) ? Cluster : null,
            Embedded = Chosen(nameof(Embedded)) && Embedded is not null ? FilePath(Embedded) : null,
            ContactPoints = Chosen(nameof(ContactPoint)) ? ContactPoint : null,
            Port = Port == 0 ? null : Port,
            Credential = Credential == PSCredential.Empty ? null : Credential,
            LocalDataCenter = LocalDataCenter,
        };
    }
}
