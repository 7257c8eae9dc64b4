using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using ScyllaMigrations.Clusters.Drivers;

namespace ScyllaMigrations.PowerShell.Loading;

/// <summary>
/// Answers requests for assemblies that the host does not have: the packages' closure on Windows PowerShell, a facade on PowerShell 7, a driver folder on
/// Windows PowerShell, which has neither load contexts nor binding redirects for a module. It answers only requesters that lie in its own folders: a
/// stranger's request gets its own answer from elsewhere. Each file is loaded once.
/// </summary>
internal sealed class FolderResolver
{
    private readonly string[] _requesterFolders;
    private readonly Func<AssemblyName, string?> _find;
    private readonly IReadOnlyList<Assembly> _contract;
    private readonly Func<string, Assembly> _load;
    private readonly Dictionary<string, Assembly> _loaded = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes a resolver.</summary>
    /// <param name="requesterFolders">Where those lie that get answers.</param>
    /// <param name="find">The file that may stand in for an assembly; null for none.</param>
    /// <param name="contract">Assemblies that are answered by name alone, so that both sides mean the same types.</param>
    /// <param name="load">Loads a file.</param>
    public FolderResolver(IEnumerable<string> requesterFolders, Func<AssemblyName, string?> find, IReadOnlyList<Assembly> contract, Func<string, Assembly> load)
    {
        _requesterFolders = [.. requesterFolders.Select(folder => Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar))];
        _find = find;
        _contract = contract;
        _load = load;
    }

    /// <summary>A resolver for a folder without an index: a file stands in for the assembly of its name if its identity satisfies what is asked.</summary>
    public static FolderResolver ForClosure(string moduleFolder, string closureFolder, Func<string, Assembly> load) =>
        new([moduleFolder, closureFolder], asked => FindFile(closureFolder, asked), [], load);

    /// <summary>A resolver for a driver folder.</summary>
    public static FolderResolver ForDriver(DriverFolder folder, IReadOnlyList<Assembly> contract, Func<string, Assembly> load) =>
        new([folder.Path], asked => folder.Match(asked)?.Path, contract, load);

    /// <summary>The answer to one request: an assembly, or null when the request is not ours or nothing fits.</summary>
    /// <param name="asked">The assembly asked for.</param>
    /// <param name="requesterPath">File of the assembly that asks; null when unknown.</param>
    public Assembly? Resolve(AssemblyName asked, string? requesterPath)
    {
        string? folder = string.IsNullOrEmpty(requesterPath) ? null : Path.GetDirectoryName(Path.GetFullPath(requesterPath));
        return _requesterFolders.Contains(folder, StringComparer.OrdinalIgnoreCase) ? Find(asked) : null;
    }

    /// <summary>The answer to a request known to be ours.</summary>
    public Assembly? Find(AssemblyName asked)
    {
        if (_contract.FirstOrDefault(assembly => string.Equals(assembly.GetName().Name, asked.Name, StringComparison.OrdinalIgnoreCase)) is { } contract)
        {
            return contract;
        }

        if (_find(asked) is not { } file)
        {
            return null;
        }

        lock (_loaded)
        {
            if (!_loaded.TryGetValue(file, out Assembly? assembly))
            {
                assembly = _load(file);
                _loaded.Add(file, assembly);
            }

            return assembly;
        }
    }

    private static string? FindFile(string folder, AssemblyName asked)
    {
        string file = Path.Combine(folder, asked.Name + ".dll");
        return File.Exists(file) && AssemblyMatch.Satisfies(AssemblyName.GetAssemblyName(file), asked) ? file : null;
    }
}
