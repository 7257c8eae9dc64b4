using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Planning;

/// <summary>A script with variables replaced and statements parsed for a dialect.</summary>
internal sealed class ParsedMigrationScript
{
    private ParsedMigrationScript(Migration migration, PreparedScript prepared, CqlScript parsed, IReadOnlyList<Finding> findings)
    {
        Migration = migration;
        Prepared = prepared;
        Statements = parsed.Statements;
        Findings = findings;
    }

    public Migration Migration { get; }

    public PreparedScript Prepared { get; }

    /// <summary>All statements, those for other dialects and those with errors too.</summary>
    public ValueList<ParsedStatement> Statements { get; }

    /// <summary>Unknown variables and syntax errors.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    public static ParsedMigrationScript Parse(Migration migration, MigrationScript script, IReadOnlyDictionary<string, string> variables, CqlDialect dialect)
    {
        PreparedScript prepared = PreparedScript.Create(script.Source, variables);
        CqlScript parsed = CqlParser.Parse(prepared.Expanded, dialect);
        List<Finding> findings = [.. prepared.Findings];

        // A variable that could not be replaced leaves text that cannot parse; that error would say nothing new.
        if (findings.Count == 0)
        {
            findings.AddRange(parsed.Diagnostics.Select(diagnostic => FindingOf(prepared, diagnostic)));
        }

        return new ParsedMigrationScript(migration, prepared, parsed, findings);
    }

    /// <summary>A finding at a name inside a statement, or at the statement when the name is not in it.</summary>
    public Finding FindingAt(ParsedStatement statement, string? subject, string id, FindingSeverity severity, string message)
    {
        int within = subject is null ? -1 : NameSearch.Find(statement.Text, subject);
        return Prepared.FindingAt(statement.Span.Start + (within < 0 ? 0 : within), id, severity, message);
    }

    private static Finding FindingOf(PreparedScript prepared, CqlDiagnostic diagnostic)
    {
        string expected = diagnostic.Expected.Count == 0 || diagnostic.Message.Contains("expected")
            ? string.Empty
            : "; expected " + string.Join(", ", diagnostic.Expected);
        return prepared.FindingAt(diagnostic.Span.Start, diagnostic.Id, FindingSeverity.Error, diagnostic.Message + expected) with { ServerCode = diagnostic.Code };
    }
}
