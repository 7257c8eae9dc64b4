using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>CREATE and DROP AGGREGATE (Cassandra 5.0.6 tried).</summary>
internal static class AggregateRules
{
    public static SchemaResult Create(StatementRun run, CreateAggregateStatement statement)
    {
        string name = statement.Aggregate.Name;
        string keyspaceName = run.KeyspaceOf(statement.Aggregate);
        FunctionRules.CheckEnabled(run, name);
        if (statement is { OrReplace: true, IfNotExists: true })
        {
            throw Refusal.Invalid("Cannot use both 'OR REPLACE' and 'IF NOT EXISTS' directives", name);
        }

        KeyspaceSchema keyspace = run.RequireKeyspace(keyspaceName);
        AggregateSchema aggregate = new(
            keyspaceName,
            name,
            ValueList.From(statement.ArgumentTypes.Select(t => TypeRules.Resolve(t, keyspace, run))),
            statement.StateFunction,
            TypeRules.Resolve(statement.StateType, keyspace, run),
            statement.ReduceFunction,
            statement.FinalFunction,
            statement.InitialCondition is ConstantTerm { Kind: ConstantKind.Null } ? null : statement.InitialCondition);
        CqlType result = CheckFunctions(keyspace, aggregate);
        if (aggregate.InitialCondition is { } initial)
        {
            ConstantRules.Check(initial, aggregate.StateType, "(dummy)");
        }

        if (keyspace.Functions.ContainsKey(aggregate.Signature))
        {
            throw Refusal.Invalid($"Aggregate '{name}' cannot replace a function", name);
        }

        if (keyspace.Aggregates.Find(aggregate.Signature) is { } present)
        {
            if (statement.IfNotExists)
            {
                return run.Unchanged();
            }

            CheckReplacement(statement, keyspace, present, result);
        }

        return run.Changed(keyspace with { Aggregates = keyspace.Aggregates.Set(aggregate.Signature, aggregate) }, aggregate.Reference);
    }

    public static SchemaResult Drop(StatementRun run, DropAggregateStatement statement)
    {
        string name = statement.Aggregate.Name;
        string keyspaceName = run.KeyspaceOf(statement.Aggregate);
        KeyspaceSchema? keyspace = run.Schema.FindKeyspace(keyspaceName);
        List<AggregateSchema> found = keyspace is null
            ? []
            : FunctionRules.Matching(keyspace.Aggregates.Values, a => a.Name, a => a.Signature, name, statement.ArgumentTypes);
        if (found.Count == 0 || keyspace is null)
        {
            string shown = keyspaceName + "." + FunctionRules.Shown(name, statement.ArgumentTypes);
            return statement.IfExists ? run.Unchanged() : throw Refusal.Invalid($"Aggregate '{shown}' doesn't exist", name);
        }

        FunctionRules.RefuseAmbiguous(found.Count, "AGGREGATE", name);
        return run.Changed(keyspace with { Aggregates = keyspace.Aggregates.Remove(found[0].Signature) }, found[0].Reference);
    }

    private static CqlType CheckFunctions(KeyspaceSchema keyspace, AggregateSchema aggregate)
    {
        CqlType state = aggregate.StateType;
        ValueList<CqlType> arguments = ValueList.From(new[] { state }.Concat(aggregate.ArgumentTypes));
        FunctionSchema step = Require(keyspace, aggregate.StateFunction, arguments, "State");
        if (step.ReturnType.Freeze() != state.Freeze())
        {
            throw Refusal.Invalid(
                $"State function {Shown(keyspace, aggregate.StateFunction, arguments)} return type must be the same as the first argument type"
                + " - check STYPE, argument and return types",
                aggregate.StateFunction);
        }

        if (aggregate.ReduceFunction is { } reduce)
        {
            Require(keyspace, reduce, ValueList.Of(state, state), "Reduce");
        }

        CqlType result = aggregate.FinalFunction is { } final ? Require(keyspace, final, ValueList.Of(state), "Final").ReturnType : state;
        return step.CalledOnNullInput || aggregate.InitialCondition is not null
            ? result
            : throw Refusal.Invalid(
                $"Cannot create aggregate '{aggregate.Name}' without INITCOND because state function {keyspace.Name}.{aggregate.StateFunction} "
                + "does not accept 'null' arguments",
                aggregate.Name);
    }

    private static FunctionSchema Require(KeyspaceSchema keyspace, string name, ValueList<CqlType> types, string role) =>
        keyspace.Functions.Find(FunctionSchema.SignatureOf(name, types))
        ?? throw Refusal.Invalid($"{role} function {Shown(keyspace, name, types)} doesn't exist", name);

    private static string Shown(KeyspaceSchema keyspace, string name, ValueList<CqlType> types) =>
        keyspace.Name + "." + FunctionRules.Shown(name, types);

    private static void CheckReplacement(
        CreateAggregateStatement statement, KeyspaceSchema keyspace, AggregateSchema present, CqlType result)
    {
        string name = present.Name;
        if (!statement.OrReplace)
        {
            throw Refusal.Invalid($"Aggregate '{name}' already exists", name);
        }

        CqlType before = present.FinalFunction is { } final
            && keyspace.Functions.Find(FunctionSchema.SignatureOf(final, ValueList.Of(present.StateType))) is { } function
                ? function.ReturnType
                : present.StateType;
        if (before != result)
        {
            throw Refusal.Invalid(
                $"Cannot replace aggregate '{name}', the new return type {result.CqlName} isn't compatible with the return type {before.CqlName} "
                + "of existing function",
                name);
        }
    }
}
