namespace ScyllaMigrations.Cql.Syntax;

/// <summary>CREATE TABLE. Every PRIMARY KEY in the text is kept: none or two are errors of meaning, not of syntax.</summary>
public sealed record CreateTableStatement(
    QualifiedName Table,
    bool IfNotExists,
    ValueList<ColumnDefinition> Columns,
    ValueList<PrimaryKeyDefinition> PrimaryKeys,
    ValueList<Property> Options,
    ValueList<ClusteringOrder> ClusteringOrder,
    bool CompactStorage = false) : DdlStatement
{
    /// <inheritdoc/>
    public override string Kind => "CREATE TABLE";
}
