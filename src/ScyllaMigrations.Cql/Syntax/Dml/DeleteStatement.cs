namespace ScyllaMigrations.Cql.Syntax;

/// <summary>DELETE; without targets whole rows. BypassLargeDataGuardrails is ScyllaDB's (2026.3).</summary>
public sealed record DeleteStatement(
    QualifiedName Table,
    ValueList<DeleteTarget> Targets,
    UsingClause Using,
    ValueList<Relation> Where,
    bool IfExists,
    ValueList<Condition> Conditions,
    bool BypassLargeDataGuardrails = false) : DmlStatement
{
    /// <inheritdoc/>
    public override string Kind => "DELETE";
}
