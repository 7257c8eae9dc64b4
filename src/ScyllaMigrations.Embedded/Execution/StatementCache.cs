using System;
using System.Collections.Concurrent;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Embedded.Execution;

/// <summary>Parsed statements by text: the same ones come again and again.</summary>
internal sealed class StatementCache(CqlDialect dialect)
{
    private const int Most = 1000;
    private const int LongestText = 10_000;
    private readonly ConcurrentDictionary<string, CqlStatement> _statements = new(StringComparer.Ordinal);

    /// <exception cref="CqlServerException">2000: the text is no statement.</exception>
    public CqlStatement Parse(string text)
    {
        if (_statements.TryGetValue(text, out CqlStatement? known))
        {
            return known;
        }

        CqlStatement statement;
        try
        {
            statement = CqlParser.ParseStatement(text, dialect);
        }
        catch (CqlParseException error)
        {
            CqlDiagnostic first = error.Diagnostics[0];
            throw new CqlServerException(first.Code, $"line {first.Position}: {first.Message}", null, error);
        }

        if (text.Length <= LongestText && _statements.Count < Most)
        {
            _statements[text] = statement;
        }

        return statement;
    }
}
