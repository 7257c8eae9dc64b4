namespace ScyllaMigrations.Cql.Syntax;

/// <summary>ALTER MATERIALIZED VIEW … WITH.</summary>
public sealed record AlterMaterializedViewStatement(QualifiedName View, bool IfExists, ValueList<Property> Options) : DdlStatement
{
    /// <inheritdoc/>
    public override string Kind => "ALTER MATERIALIZED VIEW";
}
