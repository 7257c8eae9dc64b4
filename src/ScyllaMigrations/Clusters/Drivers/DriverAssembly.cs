using System.Reflection;

namespace ScyllaMigrations.Clusters.Drivers;

/// <summary>An assembly in a driver folder.</summary>
/// <param name="Path">The file, absolute.</param>
/// <param name="Name">Its full name, as the folder's index says.</param>
public sealed record DriverAssembly(string Path, AssemblyName Name);
