using System;
using System.Linq;

namespace ScyllaMigrations.Cql.Syntax;

/// <summary>A text that is no CQL of the wanted dialect.</summary>
/// <param name="diagnostics">What is wrong; the message shows it with file, line and caret.</param>
#pragma warning disable CA1032 // An error without a place in a text would be useless; there is one way to make it.
public sealed class CqlParseException(ValueList<CqlDiagnostic> diagnostics)
    : FormatException(string.Join("\n", diagnostics.Select(d => d.ToString())))
#pragma warning restore CA1032
{
    /// <summary>What is wrong, in order of place; at least one.</summary>
    public ValueList<CqlDiagnostic> Diagnostics { get; } = diagnostics;
}
