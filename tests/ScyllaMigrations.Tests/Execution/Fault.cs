using System;
using ScyllaMigrations.Clusters;

namespace ScyllaMigrations.Tests.Execution;

/// <summary>What goes wrong with a request.</summary>
/// <param name="Error">The exception.</param>
/// <param name="Reaches">Whether the cluster gets the request and does it all the same.</param>
/// <param name="Kills">Whether the process is dead afterwards: nothing more is sent, not even to clean up.</param>
internal sealed record Fault(Func<Exception> Error, bool Reaches, bool Kills)
{
    public static Fault KillBefore { get; } = new(() => new ProcessKilledException(), Reaches: false, Kills: true);

    public static Fault KillAfter { get; } = new(() => new ProcessKilledException(), Reaches: true, Kills: true);

    public static Fault LostBefore { get; } = new(() => new AmbiguousRequestException("no answer came", null), Reaches: false, Kills: false);

    public static Fault LostAfter { get; } = new(() => new AmbiguousRequestException("no answer came", null), Reaches: true, Kills: false);
}
