using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Configuration;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.PowerShell.Completers;

/// <summary>Completes keyspaces from the configuration file of the folder that the command line names. Asks no cluster.</summary>
public sealed class KeyspaceCompleter : IArgumentCompleter
{
    /// <inheritdoc />
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string typed = CompletionText.Typed(wordToComplete);
        return MigrationFolders.Of(fakeBoundParameters)
            .SelectMany(Configured)
            .Distinct(StringComparer.Ordinal)
            .Where(keyspace => keyspace.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .OrderBy(keyspace => keyspace, StringComparer.Ordinal)
            .Select(keyspace => CompletionText.Result(keyspace, keyspace));
    }

    private static IEnumerable<string> Configured(string folder)
    {
        try
        {
            // The engine asks synchronously; the file is small and local.
            ConfigurationFile? file = Task.Run(() => ConfigurationFile.LoadAsync(folder, CancellationToken.None)).GetAwaiter().GetResult();
            return file is null ? [] : file.Environments.Values.Append(file.Settings).Select(settings => settings.Keyspace).OfType<string>();
        }
        catch (MigrationException)
        {
            // A file with faults is no reason to disturb who is typing; the command itself will tell.
            return [];
        }
    }
}
