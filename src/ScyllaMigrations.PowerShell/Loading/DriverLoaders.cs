using System;
using System.IO;
using System.Reflection;
using System.Runtime.InteropServices;
using ScyllaMigrations.Clusters.Drivers;

namespace ScyllaMigrations.PowerShell.Loading;

/// <summary>The driver loader of this edition of PowerShell. Nothing is loaded before the first connection to a server.</summary>
internal static class DriverLoaders
{
    private const string HostType = "ScyllaMigrations.DriverHost.DriverLoader";

    /// <summary>True on Windows PowerShell.</summary>
    public static bool IsDesktop { get; } = RuntimeInformation.FrameworkDescription.StartsWith(".NET Framework", StringComparison.Ordinal);

    /// <summary>Which driver folder fits this process.</summary>
    public static DriverEdition Edition => IsDesktop ? DriverEdition.Desktop : DriverEdition.Core;

    /// <summary>The folder of the module's assemblies.</summary>
    public static string ModuleFolder { get; } = Path.GetDirectoryName(typeof(DriverLoaders).Assembly.Location) ?? "";

    /// <summary>The folder with what is for this edition only.</summary>
    public static string EditionFolder { get; } = Path.Combine(ModuleFolder, IsDesktop ? "desktop" : "core");

    /// <summary>Makes the loader.</summary>
    public static IDriverLoader Create()
    {
        if (IsDesktop)
        {
            return new DesktopDriverLoader();
        }

        Assembly host = Assembly.LoadFrom(Path.Combine(EditionFolder, "ScyllaMigrations.DriverHost.dll"));
        return (IDriverLoader)Activator.CreateInstance(host.GetType(HostType, throwOnError: true)!)!;
    }
}
