namespace ScyllaMigrations.Cql.Syntax;

/// <summary>Writes statements and their parts as canonical CQL: one line, names quoted only where a known server needs it.</summary>
/// <remarks>What is written reads back as the equal record in every dialect that has the statement.</remarks>
public static class CqlWriter
{
    /// <summary>The statement as CQL, without `;`.</summary>
    /// <param name="statement">The statement.</param>
    public static string Write(CqlStatement statement) => new StatementWriter(redact: false).Write(statement);

    /// <summary>The statement as CQL with stars for passwords, for logs and messages.</summary>
    /// <param name="statement">The statement.</param>
    public static string WriteRedacted(CqlStatement statement) => new StatementWriter(redact: true).Write(statement);

    /// <summary>The value as CQL.</summary>
    /// <param name="term">The value.</param>
    public static string Write(Term term) => new StatementWriter(redact: false).Write(term);

    /// <summary>The option as CQL: `name = value`.</summary>
    /// <param name="property">The option.</param>
    public static string Write(Property property) => new StatementWriter(redact: false).Write(property);

    /// <summary>The column as CREATE TABLE writes it.</summary>
    /// <param name="column">The column.</param>
    public static string Write(ColumnDefinition column) => new StatementWriter(redact: false).Write(column);

    /// <summary>The condition of WHERE as CQL.</summary>
    /// <param name="relation">The condition.</param>
    public static string Write(Relation relation) => new StatementWriter(redact: false).Write(relation);

    /// <summary>A string constant with its quotes.</summary>
    /// <param name="value">The string.</param>
    public static string QuoteString(string value) => "'" + value.Replace("'", "''") + "'";
}
