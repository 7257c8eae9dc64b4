using System.Management.Automation;
using ScyllaMigrations.Health;
using ScyllaMigrations.PowerShell.Pipeline;

namespace ScyllaMigrations.PowerShell.Commands;

/// <summary>Tells what is worth doing, what matters most first, each with why and the command that does it. Sends reads only.</summary>
[Cmdlet(VerbsCommon.Get, "ScyllaMigrationRecommendation", DefaultParameterSetName = "Path")]
[OutputType(typeof(Recommendation))]
public sealed class GetScyllaMigrationRecommendationCommand : ClusterCmdlet
{
    private protected override void ProcessFolder(string folder)
    {
        foreach (Recommendation recommendation in WithTarget(folder, (target, token) => target.Manager.GetRecommendationsAsync(token)))
        {
            WriteObject(recommendation with { Command = Remedies.ForPowerShell(recommendation.Command) });
        }
    }
}
