using System;
using System.IO;
using System.Management.Automation;
using System.Reflection;
using ScyllaMigrations.PowerShell.Sessions;

namespace ScyllaMigrations.PowerShell.Loading;

/// <summary>What happens when the module is imported and removed: on PowerShell 7 nothing but the closing of sessions, on Windows PowerShell the closure's resolver.</summary>
public sealed class ModuleEvents : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    private static readonly object Gate = new();
    private static DesktopResolver? resolver;
    private static int imports;

    /// <summary>Called by PowerShell on import, once for each runspace.</summary>
    public void OnImport()
    {
        if (!DriverLoaders.IsDesktop)
        {
            return;
        }

        lock (Gate)
        {
            if (imports++ == 0)
            {
                resolver = DesktopResolver.ForClosure(DriverLoaders.ModuleFolder, Path.Combine(DriverLoaders.ModuleFolder, "desktop"), Assembly.LoadFile);
                AppDomain.CurrentDomain.AssemblyResolve += Resolve;
            }
        }
    }

    /// <summary>Called by PowerShell on removal: closes the runspace's sessions.</summary>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        SessionTable.ForRunspace().CloseAll();
        lock (Gate)
        {
            if (imports > 0 && --imports == 0)
            {
                AppDomain.CurrentDomain.AssemblyResolve -= Resolve;
            }
        }
    }

    internal static string? PathOf(Assembly? requester) => requester is { IsDynamic: false } ? requester.Location : null;

    private static Assembly? Resolve(object? sender, ResolveEventArgs request) =>
        resolver?.Resolve(new AssemblyName(request.Name), PathOf(request.RequestingAssembly));
}
