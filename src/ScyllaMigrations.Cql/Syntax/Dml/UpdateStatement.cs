namespace ScyllaMigrations.Cql.Syntax;

/// <summary>UPDATE; IfExists and Conditions exclude each other.</summary>
public sealed record UpdateStatement(
    QualifiedName Table,
    UsingClause Using,
    ValueList<Assignment> Assignments,
    ValueList<Relation> Where,
    bool IfExists,
    ValueList<Condition> Conditions) : DmlStatement
{
    /// <inheritdoc/>
    public override string Kind => "UPDATE";
}
