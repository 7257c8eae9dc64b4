using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>A user-defined aggregate.</summary>
/// <param name="Keyspace">The keyspace's stored name.</param>
/// <param name="Name">The stored name.</param>
/// <param name="ArgumentTypes">Resolved types.</param>
/// <param name="StateFunction">Name of the function run for each row.</param>
/// <param name="StateType">Resolved type of the state.</param>
/// <param name="ReduceFunction">Name of the function that joins two states (ScyllaDB), or null.</param>
/// <param name="FinalFunction">Name of the function that makes the result, or null.</param>
/// <param name="InitialCondition">The first state, or null.</param>
public sealed record AggregateSchema(
    string Keyspace,
    string Name,
    ValueList<CqlType> ArgumentTypes,
    string StateFunction,
    CqlType StateType,
    string? ReduceFunction,
    string? FinalFunction,
    Term? InitialCondition)
{
    /// <summary>Name and argument types: what tells overloads apart.</summary>
    public string Signature => FunctionSchema.SignatureOf(Name, ArgumentTypes);

    /// <summary>A reference to the aggregate.</summary>
    public SchemaObject Reference => new(SchemaObjectKind.Aggregate, Keyspace, Signature);
}
