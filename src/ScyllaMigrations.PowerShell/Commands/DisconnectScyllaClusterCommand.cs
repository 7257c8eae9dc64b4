using System.Collections.Generic;
using System.Management.Automation;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.PowerShell.Pipeline;
using ScyllaMigrations.PowerShell.Sessions;

namespace ScyllaMigrations.PowerShell.Commands;

/// <summary>Closes sessions: the default one, those named, those given, or all.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "ScyllaCluster", DefaultParameterSetName = "Default")]
[OutputType(typeof(void))]
public sealed class DisconnectScyllaClusterCommand : ScyllaCmdlet
{
    /// <summary>The sessions to close.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = "Session")]
    [ValidateNotNullOrEmpty]
    public ScyllaSession[] Session { get; set; } = [];

    /// <summary>Closes every session of this runspace.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "All")]
    public SwitchParameter All { get; set; }

    private protected override void Process()
    {
        SessionTable table = SessionTable.ForRunspace();
        foreach (ScyllaSession session in Chosen(table))
        {
            WriteVerbose($"Closing the session to {session.Cluster}.");
            table.Remove(session);
            Run(_ => session.CloseAsync());
        }
    }

    private IReadOnlyList<ScyllaSession> Chosen(SessionTable table) => ParameterSetName switch
    {
        "Session" => Session,
        "All" => table.All,
        _ => [table.Default ?? throw new MigrationException(ErrorCodes.ClusterNotGiven, "There is no open session in this runspace.")],
    };
}
