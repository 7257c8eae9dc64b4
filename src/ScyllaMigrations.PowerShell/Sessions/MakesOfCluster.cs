using System;
using ScyllaMigrations.Clusters.Drivers;
using ScyllaMigrations.Embedded;
using ScyllaMigrations.Execution;
using ScyllaMigrations.PowerShell.Loading;

namespace ScyllaMigrations.PowerShell.Sessions;

/// <summary>The makes of cluster that the module can connect to.</summary>
internal static class MakesOfCluster
{
    /// <summary>Makes the selector.</summary>
    /// <param name="driverPath">The driver's folder, where it is not the module's own.</param>
    /// <param name="warn">Hears what was odd about an embedded file.</param>
    public static ClusterSelector Selector(string? driverPath, Action<string> warn) =>
        new(
            async (file, dialect, cancellationToken) =>
            {
                EmbeddedCluster cluster = await EmbeddedCluster.OpenAsync(file, new EmbeddedOptions { Dialect = dialect }, cancellationToken).ConfigureAwait(false);
                foreach (string warning in cluster.Warnings)
                {
                    warn(warning);
                }

                return cluster;
            },
            () => DriverLoaders.Create().Load(DriverFolder.Find(driverPath, Environment.GetEnvironmentVariable, DriverLoaders.ModuleFolder, DriverLoaders.Edition)));
}
