namespace ScyllaMigrations.Cql.Syntax;

/// <summary>CREATE MATERIALIZED VIEW; no selectors means `SELECT *`.</summary>
public sealed record CreateMaterializedViewStatement(
    QualifiedName View,
    bool IfNotExists,
    ValueList<Selector> Selectors,
    QualifiedName BaseTable,
    ValueList<Relation> Where,
    PrimaryKeyDefinition PrimaryKey,
    ValueList<Property> Options,
    ValueList<ClusteringOrder> ClusteringOrder,
    bool CompactStorage = false) : DdlStatement
{
    /// <inheritdoc/>
    public override string Kind => "CREATE MATERIALIZED VIEW";
}
