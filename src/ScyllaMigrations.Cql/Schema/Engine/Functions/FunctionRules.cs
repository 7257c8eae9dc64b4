using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Collections;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>CREATE and DROP FUNCTION (Cassandra 5.0.6 tried). Bodies are not compiled.</summary>
internal static class FunctionRules
{
    public static SchemaResult Create(StatementRun run, CreateFunctionStatement statement)
    {
        string name = statement.Function.Name;
        string keyspaceName = run.KeyspaceOf(statement.Function);
        CheckEnabled(run, name);
        if (statement is { OrReplace: true, IfNotExists: true })
        {
            throw Refusal.Invalid("Cannot use both 'OR REPLACE' and 'IF NOT EXISTS' directives", name);
        }

        CheckArguments(run, statement);
        KeyspaceSchema keyspace = run.RequireKeyspace(keyspaceName);
        FunctionSchema function = new(
            keyspaceName,
            name,
            ValueList.From(statement.Arguments.Select(a => new FunctionArgument(a.Name, TypeRules.Resolve(a.Type, keyspace, run)))),
            statement.CalledOnNullInput,
            TypeRules.Resolve(statement.ReturnType, keyspace, run),
            statement.Language.ToLowerInvariant(),
            statement.Body);
        if (keyspace.Aggregates.ContainsKey(function.Signature))
        {
            throw Refusal.Invalid($"Function '{name}' cannot replace an aggregate", name);
        }

        if (keyspace.Functions.Find(function.Signature) is { } present)
        {
            if (statement.IfNotExists)
            {
                return run.Unchanged();
            }

            CheckReplacement(statement, function, present);
        }

        return run.Changed(keyspace with { Functions = keyspace.Functions.Set(function.Signature, function) }, function.Reference);
    }

    public static SchemaResult Drop(StatementRun run, DropFunctionStatement statement)
    {
        string name = statement.Function.Name;
        string keyspaceName = run.KeyspaceOf(statement.Function);
        KeyspaceSchema? keyspace = run.Schema.FindKeyspace(keyspaceName);
        List<FunctionSchema> found = keyspace is null
            ? []
            : Matching(keyspace.Functions.Values, f => f.Name, f => f.Signature, name, statement.ArgumentTypes);
        string shown = keyspaceName + "." + Shown(name, statement.ArgumentTypes);
        if (found.Count == 0 || keyspace is null)
        {
            return statement.IfExists ? run.Unchanged() : throw Refusal.Invalid($"Function '{shown}' doesn't exist", name);
        }

        RefuseAmbiguous(found.Count, "FUNCTION", name);
        FunctionSchema function = found[0];
        List<string> users = [.. keyspace.Aggregates.Values.Where(a => Uses(a, function)).Select(a => keyspaceName + "." + a.Name)];
        if (users.Count > 0)
        {
            throw Refusal.Invalid($"Function '{shown}' is still referenced by aggregates {string.Join(", ", users)}", name);
        }

        return run.Changed(keyspace with { Functions = keyspace.Functions.Remove(function.Signature) }, function.Reference);
    }

    public static void CheckEnabled(StatementRun run, string name)
    {
        if (!run.Features.UserDefinedFunctions)
        {
            throw Refusal.Invalid(
                run.IsScylla
                    ? "User defined functions are disabled. Set enable_user_defined_functions and experimental_features:udf to enable them"
                    : "User-defined functions are disabled in cassandra.yaml - set user_defined_functions_enabled=true to enable",
                name);
        }
    }

    public static void RefuseAmbiguous(int count, string kind, string name)
    {
        if (count > 1)
        {
            throw Refusal.Invalid(
                $"'DROP {kind} {name}' matches multiple function definitions; specify the argument types by issuing a statement like "
                + $"'DROP {kind} {name} (type, type, ...)'. You can use cqlsh 'DESCRIBE {kind} {name}' command to find all overloads",
                name);
        }
    }

    public static List<T> Matching<T>(
        IEnumerable<T> all, System.Func<T, string> nameOf, System.Func<T, string> signatureOf, string name, ValueList<CqlType>? types)
    {
        string? signature = types is null ? null : FunctionSchema.SignatureOf(name, ValueList.From(types.Select(Plain)));
        return [.. all.Where(f => signature is null ? nameOf(f) == name : signatureOf(f) == signature)];
    }

    public static string Shown(string name, ValueList<CqlType>? types) =>
        types is null ? name : name + "(" + string.Join(", ", types.Select(t => t.CqlName)) + ")";

    private static CqlType Plain(CqlType type) => type is UserType user ? user with { Keyspace = null } : type;

    private static bool Uses(AggregateSchema aggregate, FunctionSchema function)
    {
        CqlType state = aggregate.StateType;
        PersistentMap<string, bool> used = PersistentMap<string, bool>.Empty
            .Set(FunctionSchema.SignatureOf(aggregate.StateFunction, ValueList.From(new[] { state }.Concat(aggregate.ArgumentTypes))), true);
        if (aggregate.FinalFunction is { } final)
        {
            used = used.Set(FunctionSchema.SignatureOf(final, ValueList.Of(state)), true);
        }

        if (aggregate.ReduceFunction is { } reduce)
        {
            used = used.Set(FunctionSchema.SignatureOf(reduce, ValueList.Of(state, state)), true);
        }

        return used.ContainsKey(function.Signature);
    }

    private static void CheckArguments(StatementRun run, CreateFunctionStatement statement)
    {
        string name = statement.Function.Name;
        if (statement.Arguments.Select(a => a.Name).Distinct().Count() < statement.Arguments.Count)
        {
            throw Refusal.Invalid(
                $"Duplicate argument names for given function {name} with argument names [{string.Join(", ", statement.Arguments.Select(a => a.Name))}]",
                name);
        }

        foreach (FunctionArgument argument in statement.Arguments)
        {
            RefuseFrozen(run, argument.Type, "Argument");
        }

        RefuseFrozen(run, statement.ReturnType, "Return type");
        string language = statement.Language.ToLowerInvariant();
        bool known = run.IsScylla ? language is "lua" or "wasm" or "xwasm" : language is "java" || run.Dialect.Version.Major < 5;
        if (!known)
        {
            throw Refusal.Invalid(
                run.IsScylla
                    ? $"Language '{statement.Language}' is not supported"
                    : "Currently only Java UDFs are available in Cassandra. For more information - CASSANDRA-18252 and CASSANDRA-17281",
                statement.Language);
        }
    }

    private static void RefuseFrozen(StatementRun run, CqlType type, string what)
    {
        if (type is UserType { Frozen: true } or ListType { Frozen: true } or SetType { Frozen: true } or MapType { Frozen: true })
        {
            throw Refusal.Invalid(
                run.IsScylla
                    ? "The function arguments should not be frozen; remove the frozen<> modifier"
                    : $"{what} '{type.CqlName}' cannot be frozen; remove frozen<> modifier from '{type.CqlName}'",
                type.CqlName);
        }
    }

    private static void CheckReplacement(CreateFunctionStatement statement, FunctionSchema function, FunctionSchema present)
    {
        string name = function.Name;
        if (!statement.OrReplace)
        {
            throw Refusal.Invalid($"Function '{name}' already exists", name);
        }

        if (function.CalledOnNullInput != present.CalledOnNullInput)
        {
            string directive = function.CalledOnNullInput ? "CALLED ON NULL INPUT" : "RETURNS NULL ON NULL INPUT";
            throw Refusal.Invalid($"Function '{name}' must have {directive} directive", name);
        }

        if (function.ReturnType != present.ReturnType)
        {
            throw Refusal.Invalid(
                $"Cannot replace function '{name}', the new return type {function.ReturnType.CqlName} is not compatible with the return type "
                + $"{present.ReturnType.CqlName} of existing function",
                name);
        }
    }
}
