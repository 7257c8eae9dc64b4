using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.PowerShell.Completers;

/// <summary>Completes versions from the names of the files in the folder that the command line names. Reads no file and asks no cluster.</summary>
public sealed class VersionCompleter : IArgumentCompleter
{
    /// <inheritdoc />
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string typed = CompletionText.Typed(wordToComplete);
        return MigrationFolders.Of(fakeBoundParameters)
            .SelectMany(MigrationFolders.Names)
            .Where(name => name is { Part: ScriptPart.Up, Version: not null })
            .GroupBy(name => name.Version!)
            .OrderBy(names => names.Key)
            .Where(names => names.Key.ToString().StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .Select(names => CompletionText.Result(names.Key.ToString(), $"{names.Key} {names.First().Description}"));
    }
}
