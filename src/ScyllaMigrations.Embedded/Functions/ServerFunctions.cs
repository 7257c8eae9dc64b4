using System;
using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Embedded.Evaluation;
using ScyllaMigrations.Embedded.Values;

namespace ScyllaMigrations.Embedded.Functions;

/// <summary>The functions that servers bring along.</summary>
internal static class ServerFunctions
{
    private static readonly Dictionary<string, string> OldNames = new(StringComparer.Ordinal)
    {
        ["currenttimestamp"] = "current_timestamp", ["currentdate"] = "current_date", ["currenttime"] = "current_time",
        ["currenttimeuuid"] = "current_timeuuid", ["mintimeuuid"] = "min_timeuuid", ["maxtimeuuid"] = "max_timeuuid",
        ["todate"] = "to_date", ["totimestamp"] = "to_timestamp", ["tounixtimestamp"] = "to_unix_timestamp",
        ["tojson"] = "to_json", ["fromjson"] = "from_json",
    };

    /// <summary>The newer name of a function: Cassandra 5.0 renamed those in camel case and knows both.</summary>
    public static string CanonicalName(string name)
    {
        string folded = CqlIdentifier.Fold(name);
        if (OldNames.TryGetValue(folded, out string? modern))
        {
            return modern;
        }

        if (folded.EndsWith("asblob", StringComparison.Ordinal) && !folded.EndsWith("_as_blob", StringComparison.Ordinal))
        {
            return folded.Substring(0, folded.Length - 6) + "_as_blob";
        }

        return folded.StartsWith("blobas", StringComparison.Ordinal) ? "blob_as_" + folded.Substring(6) : folded;
    }

    /// <summary>Whether a function folds many rows into one value.</summary>
    public static bool IsAggregate(Term term) =>
        term is CountRowsTerm
        || (term is FunctionCallTerm { Function: { Keyspace: null or "system" } name } && CqlIdentifier.Fold(name.Name) is "count" or "min" or "max" or "sum" or "avg");

    /// <summary>Whether a term holds such a function anywhere.</summary>
    public static bool HasAggregate(Term term) => IsAggregate(term) || term switch
    {
        FunctionCallTerm call => call.Arguments.Any(HasAggregate),
        CastTerm cast => HasAggregate(cast.Value),
        TypeHintTerm hint => HasAggregate(hint.Value),
        ArithmeticTerm arithmetic => HasAggregate(arithmetic.Left) || HasAggregate(arithmetic.Right),
        NegationTerm negation => HasAggregate(negation.Value),
        FieldTerm field => HasAggregate(field.Value),
        ElementTerm element => HasAggregate(element.Value),
        TupleTerm tuple => tuple.Elements.Any(HasAggregate),
        _ => false,
    };

    /// <summary>Calls a function.</summary>
    public static TypedValue Call(TermEvaluator evaluator, FunctionCallTerm call, IRowScope? scope)
    {
        if (call.Function.Keyspace is not (null or "system"))
        {
            throw CqlRefusal.NotSupported($"the user-defined function {call.Function}", call.Function.Name);
        }

        string name = CanonicalName(call.Function.Name);
        if (IsAggregate(call))
        {
            return Aggregates.Call(evaluator, name, call, scope);
        }

        return TimeFunctions.TryCall(evaluator, name, call.Arguments, scope)
            ?? BlobFunctions.TryCall(evaluator, name, call, scope)
            ?? OtherFunctions.TryCall(evaluator, name, call.Arguments, scope)
            ?? throw Unknown(call, name, scope is null);
    }

    /// <summary>The value of a function's only argument.</summary>
    public static TypedValue Single(TermEvaluator evaluator, string name, ValueList<Term> arguments, IRowScope? scope, NativeTypeKind? wanted = null) =>
        arguments.Count == 1
            ? evaluator.Infer(arguments[0], scope, wanted is { } kind ? CodecFactory.Native(kind) : null)
            : throw WrongCount(name, 1, arguments.Count);

    public static Clusters.CqlServerException WrongCount(string name, int expected, int given) => CqlRefusal.Invalid(
        $"Invalid number of arguments in call to function system.{name}: {expected} required but {given} provided", name);

    public static Clusters.CqlServerException WrongType(string name, TypedValue given) =>
        CqlRefusal.Invalid($"Invalid call to function system.{name}: an argument of type {given.Codec.Name} is not accepted", name);

    private static Clusters.CqlServerException Unknown(FunctionCallTerm call, string name, bool inTerm) => name.StartsWith("mask_", StringComparison.Ordinal)
        ? CqlRefusal.NotSupported($"the function {name}", name)
        : CqlRefusal.Invalid($"Unknown function '{call.Function.Name}'{(inTerm ? " called" : string.Empty)}", call.Function.Name);
}
