using System;
using System.Collections.Concurrent;
using System.IO;
using System.Reflection;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Clusters.Drivers;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.DriverHost;

/// <summary>Loads driver adapters on .NET, each folder into a load context of its own that stays for the life of the process.</summary>
public sealed class DriverLoader : IDriverLoader
{
    private static readonly ConcurrentDictionary<string, Lazy<DriverLoadContext>> Contexts = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public IClusterProvider Load(DriverFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        try
        {
            string[] name = folder.AdapterType.Split(',', 2, StringSplitOptions.TrimEntries);
            Assembly adapter = Contexts.GetOrAdd(folder.Path, _ => new Lazy<DriverLoadContext>(() => new DriverLoadContext(folder)))
                .Value.LoadFromAssemblyName(new AssemblyName(name[1]));
            return (IClusterProvider)Activator.CreateInstance(adapter.GetType(name[0], throwOnError: true)!)!;
        }
        catch (Exception e) when (e is IOException or BadImageFormatException or TypeLoadException or MissingMethodException
            or InvalidCastException or TargetInvocationException)
        {
            throw new MigrationException(
                ErrorCodes.DriverNotFound, $"the driver in {folder.Path} cannot be loaded: {(e.InnerException ?? e).Message}", null, e)
            {
                Subject = folder.Path,
            };
        }
    }
}
