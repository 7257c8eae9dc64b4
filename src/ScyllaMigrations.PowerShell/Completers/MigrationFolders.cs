using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ScyllaMigrations.Execution;
using ScyllaMigrations.Migrations;
using Shell = System.Management.Automation.PowerShell;

namespace ScyllaMigrations.PowerShell.Completers;

/// <summary>The folders that a command line being typed names, and the migrations that their files' names tell of.</summary>
internal static class MigrationFolders
{
    public static IEnumerable<string> Of(IDictionary boundParameters)
    {
        string[] named = [.. Texts(boundParameters["LiteralPath"]), .. Texts(boundParameters["Path"])];
        return named.Length > 0 ? named.SelectMany(Resolve) : Resolve(".").Select(MigrationSetup.DefaultPath);
    }

    public static IEnumerable<MigrationFileName> Names(string folder)
    {
        if (!Directory.Exists(folder))
        {
            yield break;
        }

        foreach (string file in Directory.EnumerateFiles(folder, "*.cql"))
        {
            if (MigrationFileName.TryParse(Path.GetFileName(file), out MigrationFileName? name, out _))
            {
                yield return name;
            }
        }
    }

    private static IEnumerable<string> Texts(object? value) => value switch
    {
        null => [],
        string text => [text],
        IEnumerable many => many.Cast<object?>().Select(item => item?.ToString()).OfType<string>(),
        _ => [value.ToString() ?? ""],
    };

    private static IEnumerable<string> Resolve(string path)
    {
        using Shell shell = Shell.Create(RunspaceMode.CurrentRunspace);
        return [.. shell.AddCommand("Resolve-Path").AddParameter("Path", path).AddParameter("ErrorAction", ActionPreference.Ignore)
            .Invoke<PathInfo>().Where(found => found.Provider.Name == "FileSystem").Select(found => found.ProviderPath)];
    }
}
