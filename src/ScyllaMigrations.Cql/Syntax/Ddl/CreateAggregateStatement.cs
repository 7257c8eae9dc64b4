namespace ScyllaMigrations.Cql.Syntax;

/// <summary>CREATE AGGREGATE; ReduceFunction exists on ScyllaDB only.</summary>
public sealed record CreateAggregateStatement(
    QualifiedName Aggregate,
    bool OrReplace,
    bool IfNotExists,
    ValueList<CqlType> ArgumentTypes,
    string StateFunction,
    CqlType StateType,
    string? ReduceFunction,
    string? FinalFunction,
    Term? InitialCondition) : DdlStatement
{
    /// <inheritdoc/>
    public override string Kind => "CREATE AGGREGATE";
}
