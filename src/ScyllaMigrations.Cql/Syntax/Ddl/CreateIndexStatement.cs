namespace ScyllaMigrations.Cql.Syntax;

/// <summary>CREATE [CUSTOM] INDEX. Class is what follows USING; ClusteringOrder belongs to ScyllaDB's index views (2026.1).</summary>
public sealed record CreateIndexStatement(
    QualifiedName Table,
    string? Name,
    bool IfNotExists,
    ValueList<IndexTarget> Targets,
    bool Custom,
    string? Class,
    ValueList<Property> Options,
    ValueList<ClusteringOrder> ClusteringOrder,
    bool CompactStorage = false) : DdlStatement
{
    /// <inheritdoc/>
    public override string Kind => "CREATE INDEX";
}
