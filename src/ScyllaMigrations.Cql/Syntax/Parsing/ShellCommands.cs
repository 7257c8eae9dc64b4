using System;
using System.Collections.Generic;

namespace ScyllaMigrations.Cql.Syntax;

/// <summary>Commands of cqlsh that appear in files but that no server understands.</summary>
internal static class ShellCommands
{
    private static readonly HashSet<string> Names = new(
        ("CAPTURE CLEAR CLS CONSISTENCY COPY ELAPSED EXIT EXPAND HELP HISTORY LOGIN PAGING QUIT SERIAL SHOW SOURCE TRACING UNICODE").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    public static bool Starts(StatementParser parser, string text)
    {
        Token first = parser.Current;
        return first.Kind == TokenKind.Word && Names.Contains(first.Text(text));
    }

    /// <summary>Whether cqlsh reads it up to a `;`; all others end with their line.</summary>
    public static bool TakesManyLines(Token first, string text) =>
        string.Equals(first.Text(text), "COPY", StringComparison.OrdinalIgnoreCase);

    public static CqlSyntaxException Refusal(Token first, string text)
    {
        string name = first.Text(text).ToUpperInvariant();
        return new CqlSyntaxException(
            CqlErrorId.ShellCommand,
            $"{name} is a command of cqlsh, not CQL: no server understands it; take it out of the file",
            ValueList<string>.Empty,
            first.Span);
    }
}
