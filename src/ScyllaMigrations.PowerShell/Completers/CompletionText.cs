using System.Management.Automation;
using System.Management.Automation.Language;

namespace ScyllaMigrations.PowerShell.Completers;

/// <summary>What completers have in common: what was typed without its quotes, and results in quotes where they need them.</summary>
internal static class CompletionText
{
    public static string Typed(string? word) => (word ?? "").Trim('\'', '"');

    public static CompletionResult Result(string value, string tooltip)
    {
        bool plain = value.Length > 0;
        foreach (char c in value)
        {
            plain &= char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or '+';
        }

        string text = plain ? value : "'" + CodeGeneration.EscapeSingleQuotedStringContent(value) + "'";
        return new CompletionResult(text, value, CompletionResultType.ParameterValue, tooltip);
    }
}
