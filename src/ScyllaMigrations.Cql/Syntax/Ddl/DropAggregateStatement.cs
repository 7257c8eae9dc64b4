namespace ScyllaMigrations.Cql.Syntax;

/// <summary>DROP AGGREGATE; without argument types the name must be unambiguous.</summary>
public sealed record DropAggregateStatement(QualifiedName Aggregate, ValueList<CqlType>? ArgumentTypes, bool IfExists) : DdlStatement
{
    /// <inheritdoc/>
    public override string Kind => "DROP AGGREGATE";
}
