namespace ScyllaMigrations.Cql.Syntax;

/// <summary>INSERT INTO … VALUES.</summary>
public sealed record InsertStatement(
    QualifiedName Table, ValueList<string> Columns, ValueList<Term> Values, bool IfNotExists, UsingClause Using) : DmlStatement
{
    /// <inheritdoc/>
    public override string Kind => "INSERT";
}
