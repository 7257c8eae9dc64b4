using System;

namespace ScyllaMigrations.Cql.Syntax;

/// <summary>Reads CQL text into statements.</summary>
public static class CqlParser
{
    private const string StatementPath = "<statement>";

    /// <summary>Reads a whole text; goes on at the next statement after an error, so that all errors are reported at once.</summary>
    /// <param name="source">The text.</param>
    /// <param name="dialect">Whose grammar to use.</param>
    /// <param name="limits">How large the text may be; null for <see cref="CqlLimits.Default"/>.</param>
    /// <returns>All statements in order and all errors; never throws for what the text says.</returns>
    public static CqlScript Parse(SourceText source, CqlDialect dialect, CqlLimits? limits = null) =>
        new ScriptReader(source, dialect, limits ?? CqlLimits.Default).Read();

    /// <summary>Reads one statement, with or without `;` at its end.</summary>
    /// <param name="text">The statement.</param>
    /// <param name="dialect">Whose grammar to use.</param>
    /// <exception cref="CqlParseException">The text is no statement of this dialect, or more than one.</exception>
    public static CqlStatement ParseStatement(string text, CqlDialect dialect)
    {
        SourceText source = new(StatementPath, text);
        CqlScript script = Parse(source, dialect);
        if (script.HasErrors)
        {
            throw new CqlParseException(script.Diagnostics);
        }

        if (script.Statements.Count == 1 && script.Statements[0].Statement is { } statement)
        {
            return statement;
        }

        SourceSpan span = script.Statements.Count > 1 ? script.Statements[1].Span : new SourceSpan(source.Text.Length, 0);
        string message = script.Statements.Count > 1 ? "found a second statement, expected only one" : "found no statement";
        throw new CqlParseException(
            [new CqlDiagnostic(
                CqlErrorId.UnexpectedToken, CqlDiagnostic.SyntaxErrorCode, message, ValueList<string>.Empty, source, span)]);
    }

    /// <summary>Reads one value, such as an option's or a default.</summary>
    /// <param name="text">The value.</param>
    /// <param name="dialect">Whose grammar to use.</param>
    /// <exception cref="CqlParseException">The text is no value.</exception>
    public static Term ParseTerm(string text, CqlDialect dialect) => ParseAll("<value>", text, dialect, parser => parser.Term());

    internal static T ParseAll<T>(string path, string text, CqlDialect dialect, Func<StatementParser, T> rule)
    {
        SourceText source = new(path, text);
        StatementParser parser = new(source, dialect, CqlLimits.Default);
        try
        {
            T result = rule(parser);
            parser.ExpectEnd();
            return result;
        }
        catch (CqlSyntaxException error)
        {
            throw new CqlParseException([ScriptReader.Diagnose(error, source)]);
        }
    }
}
