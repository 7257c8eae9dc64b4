using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using ScyllaMigrations.Cql;

namespace ScyllaMigrations.PowerShell.Completers;

/// <summary>Completes the dialects that are known by name.</summary>
public sealed class DialectCompleter : IArgumentCompleter
{
    /// <inheritdoc />
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        CqlDialect.Known.Select(dialect => dialect.Name)
            .Where(name => name.StartsWith(CompletionText.Typed(wordToComplete), StringComparison.OrdinalIgnoreCase))
            .Select(name => CompletionText.Result(name, name));
}
