namespace ScyllaMigrations.Cql.Syntax;

/// <summary>TRUNCATE: removes all rows of a table.</summary>
public sealed record TruncateStatement(QualifiedName Table, UsingClause Using) : DmlStatement
{
    /// <inheritdoc/>
    public override string Kind => "TRUNCATE";
}
