using System;
using ScyllaMigrations.Clusters.Drivers;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Execution;
using ScyllaMigrations.PowerShell.Loading;

namespace ScyllaMigrations.PowerShell.Sessions;

/// <summary>The makes of cluster that the module can connect to.</summary>
internal static class MakesOfCluster
{
    public static ClusterSelector Selector(string? driverPath) =>
        new(
            (file, _, _) => throw new MigrationException(ErrorCodes.EmbeddedFileInvalid, $"the embedded cluster {file} cannot be opened by this version") { Subject = file },
            () => DriverLoaders.Create().Load(DriverFolder.Find(driverPath, Environment.GetEnvironmentVariable, DriverLoaders.ModuleFolder, DriverLoaders.Edition)));
}
