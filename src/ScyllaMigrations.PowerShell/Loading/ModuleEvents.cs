using System;
using System.Management.Automation;
using System.Reflection;
using ScyllaMigrations.PowerShell.Sessions;

namespace ScyllaMigrations.PowerShell.Loading;

/// <summary>What happens when the module is imported and removed: what the host lacks is found in this edition's folder, and sessions are closed.</summary>
public sealed class ModuleEvents : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    private static readonly object Gate = new();
    private static readonly FolderResolver Resolver = FolderResolver.ForClosure(
        DriverLoaders.ModuleFolder, DriverLoaders.EditionFolder, DriverLoaders.IsDesktop ? Assembly.LoadFile : Assembly.LoadFrom);


    private static int imports;

    /// <summary>Called by PowerShell on import, once for each runspace.</summary>
    public void OnImport()
    {
        lock (Gate)
        {
            if (imports++ == 0)
            {
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
        Resolver.Resolve(new AssemblyName(request.Name), PathOf(request.RequestingAssembly));
}
