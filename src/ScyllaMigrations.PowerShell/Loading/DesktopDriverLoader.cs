using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Clusters.Drivers;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.PowerShell.Loading;

/// <summary>Loads driver adapters on .NET Framework: each folder with a resolver of its own that stays for the life of the process, like the folder's assemblies.</summary>
internal sealed class DesktopDriverLoader : IDriverLoader
{
    // The port's own assemblies, and those whose types stand in it.
    private static readonly Assembly[] Contract =
        [typeof(IClusterProvider).Assembly, typeof(CqlDialect).Assembly, typeof(IAsyncDisposable).Assembly, typeof(ValueTask).Assembly];

    private static readonly Dictionary<string, FolderResolver> Resolvers = new(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc />
    public IClusterProvider Load(DriverFolder folder)
    {
        try
        {
            int comma = folder.AdapterType.IndexOf(',');
            AssemblyName name = new(folder.AdapterType.Substring(comma + 1).Trim());
            Assembly adapter = Resolver(folder).Find(Known(folder, name))
                ?? throw new FileNotFoundException($"{name.Name}.dll is not in the folder's index.");
            Type type = adapter.GetType(folder.AdapterType.Substring(0, comma).Trim(), throwOnError: true)!;
            return (IClusterProvider)Activator.CreateInstance(type)!;
        }
        catch (Exception e) when (e is IOException or BadImageFormatException or TypeLoadException or MissingMethodException
            or InvalidCastException or TargetInvocationException)
        {
            throw new MigrationException(ErrorCodes.DriverNotFound, $"the driver in {folder.Path} cannot be loaded: {(e.InnerException ?? e).Message}", null, e)
            {
                Subject = folder.Path,
            };
        }
    }

    // The adapter is named without a key; the index knows its full name.
    private static AssemblyName Known(DriverFolder folder, AssemblyName name)
    {
        foreach (DriverAssembly assembly in folder.Assemblies)
        {
            if (string.Equals(assembly.Name.Name, name.Name, StringComparison.OrdinalIgnoreCase))
            {
                return assembly.Name;
            }
        }

        return name;
    }

    private static FolderResolver Resolver(DriverFolder folder)
    {
        lock (Resolvers)
        {
            if (!Resolvers.TryGetValue(folder.Path, out FolderResolver? resolver))
            {
                resolver = FolderResolver.ForDriver(folder, Contract, Assembly.LoadFile);
                Resolvers.Add(folder.Path, resolver);
                AppDomain.CurrentDomain.AssemblyResolve += (_, request) => resolver.Resolve(new AssemblyName(request.Name), ModuleEvents.PathOf(request.RequestingAssembly));
            }

            return resolver;
        }
    }
}
