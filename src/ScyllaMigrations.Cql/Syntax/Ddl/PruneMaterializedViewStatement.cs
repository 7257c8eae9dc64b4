namespace ScyllaMigrations.Cql.Syntax;

/// <summary>PRUNE MATERIALIZED VIEW (ScyllaDB): deletes ghost rows.</summary>
public sealed record PruneMaterializedViewStatement(QualifiedName View, ValueList<Relation> Where, UsingClause Using) : CqlStatement
{
    /// <inheritdoc/>
    public override string Kind => "PRUNE MATERIALIZED VIEW";

    /// <inheritdoc/>
    public override CqlStatementCategory Category => CqlStatementCategory.Other;
}
