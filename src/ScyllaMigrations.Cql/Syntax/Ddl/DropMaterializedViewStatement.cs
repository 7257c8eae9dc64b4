namespace ScyllaMigrations.Cql.Syntax;

/// <summary>DROP MATERIALIZED VIEW.</summary>
public sealed record DropMaterializedViewStatement(QualifiedName View, bool IfExists) : DdlStatement
{
    /// <inheritdoc/>
    public override string Kind => "DROP MATERIALIZED VIEW";
}
