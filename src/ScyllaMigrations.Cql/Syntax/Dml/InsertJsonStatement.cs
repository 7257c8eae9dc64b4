namespace ScyllaMigrations.Cql.Syntax;

/// <summary>INSERT INTO … JSON; the value is a string constant or a bind marker.</summary>
public sealed record InsertJsonStatement(
    QualifiedName Table, Term Json, JsonDefault Default, bool IfNotExists, UsingClause Using) : DmlStatement
{
    /// <inheritdoc/>
    public override string Kind => "INSERT";
}
