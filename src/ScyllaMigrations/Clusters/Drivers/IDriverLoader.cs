namespace ScyllaMigrations.Clusters.Drivers;

/// <summary>
/// Loads a driver adapter so that its packages do not meet those of the host.
/// On .NET it is <c>ScyllaMigrations.DriverHost.DriverLoader</c> (own load context; a host that cannot reference that assembly creates it by its
/// parameterless constructor); on .NET Framework the PowerShell assembly has its own.
/// </summary>
/// <example>
/// <code>
/// DriverFolder folder = DriverFolder.Find(parameter, Environment.GetEnvironmentVariable, AppContext.BaseDirectory, DriverEdition.Core);
/// IClusterProvider provider = new DriverLoader().Load(folder);
/// await using ICluster cluster = await provider.ConnectAsync(options, cancellationToken);
/// </code>
/// </example>
public interface IDriverLoader
{
    /// <summary>Loads the adapter of a folder. The same folder is loaded once in a process; every call gives a provider of it.</summary>
    /// <param name="folder">Where the driver lies; see <see cref="DriverFolder.Find"/>.</param>
    /// <exception cref="Diagnostics.MigrationException">DriverNotFound: the adapter or something that it needs cannot be loaded; names the file and the cause.</exception>
    IClusterProvider Load(DriverFolder folder);
}
