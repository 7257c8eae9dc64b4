using System.Reflection;
using System.Runtime.Loader;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Clusters.Drivers;
using ScyllaMigrations.Cql;

namespace ScyllaMigrations.DriverHost;

/// <summary>
/// A load context for one driver folder. The port's assemblies are those that the host already has, so that both sides mean the same types; what lies in
/// the folder is taken from there, whatever the host has loaded; the rest is the framework's.
/// </summary>
internal sealed class DriverLoadContext : AssemblyLoadContext
{
    // Asked for by name alone: the adapter may have been built for another framework's build of them, never for another version.
    private static readonly Assembly[] Contract = [typeof(IClusterProvider).Assembly, typeof(CqlDialect).Assembly];

    private readonly DriverFolder _folder;

    public DriverLoadContext(DriverFolder folder)
        : base($"ScyllaMigrations driver {folder.Path}", isCollectible: false) => _folder = folder;

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        foreach (Assembly assembly in Contract)
        {
            if (assembly.GetName().Name == assemblyName.Name)
            {
                return assembly;
            }
        }

        return _folder.Match(assemblyName) is { } found ? LoadFromAssemblyPath(found.Path) : null;
    }
}
