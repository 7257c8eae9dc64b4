using System;
using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Planning;

/// <summary>Decides how the outcome of a statement can be known, and for rows, whether sending it twice is the same as once.</summary>
internal static class StepClassifier
{
    private static readonly HashSet<string> Changing = new(StringComparer.OrdinalIgnoreCase)
    {
        "now", "uuid", "currenttimestamp", "current_timestamp", "currentdate", "current_date", "currenttime", "current_time", "currenttimeuuid", "current_timeuuid",
    };

    /// <summary>The kind of a statement.</summary>
    /// <param name="statement">The statement in its place.</param>
    /// <param name="keyspace">The keyspace of names without one.</param>
    public static StepKind KindOf(SimulatedStatement statement, string keyspace) => statement switch
    {
        { Opaque: true } => StepKind.Opaque,
        { AlreadyDone: true } => StepKind.NoEffect,
        { Statement: DclStatement } => StepKind.Access,
        { Statement: DmlStatement data } => WhyUnrepeatable(data, statement.Before, keyspace) is null ? StepKind.Data : StepKind.UnrepeatableData,
        { Statement: PruneMaterializedViewStatement } => StepKind.UnrepeatableData,
        { Result.Changed: true } => StepKind.Schema,
        _ => StepKind.NoEffect,
    };

    /// <summary>Why a statement about rows must not be sent twice; null when it may.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="schema">The schema at its place.</param>
    /// <param name="keyspace">The keyspace of names without one.</param>
    public static string? WhyUnrepeatable(DmlStatement statement, ClusterSchema schema, string keyspace)
    {
        if (statement is BatchStatement batch)
        {
            return batch.BatchKind == BatchKind.Counter ? "it changes counters" : batch.Statements.Select(inner => WhyUnrepeatable(inner, schema, keyspace)).FirstOrDefault(why => why is not null);
        }

        QualifiedName? name = StatementTarget.Of(statement);
        TableSchema? table = name is null ? null : schema.FindTable(name.Keyspace ?? keyspace, name.Name);
        return statement switch
        {
            TruncateStatement => "TRUNCATE removes what was written meanwhile",
            _ when IsConditional(statement) => "it has a condition (IF)",
            UpdateStatement when table?.IsCounter == true => "it changes counters",
            _ when Terms(statement).Any(CallsChanging) => "it calls a function whose value changes, such as now() or uuid()",
            UpdateStatement update => update.Assignments.Select(assignment => WhyUnrepeatable(assignment, table)).FirstOrDefault(why => why is not null),
            DeleteStatement delete when delete.Targets.Any(target => target.Element is not null && IsList(table, target.Column)) => "it removes an element of a list by its place",
            _ => null,
        };
    }

    private static bool IsConditional(DmlStatement statement) => statement switch
    {
        InsertStatement insert => insert.IfNotExists,
        InsertJsonStatement insert => insert.IfNotExists,
        UpdateStatement update => update.IfExists || update.Conditions.Count > 0,
        DeleteStatement delete => delete.IfExists || delete.Conditions.Count > 0,
        _ => false,
    };

    private static string? WhyUnrepeatable(Assignment assignment, TableSchema? table) => assignment switch
    {
        PrependAssignment => "it prepends to a list",
        AddAssignment add when add.Value is ListTerm || table is null || IsList(table, add.Column) => "it appends to a list",
        ElementAssignment element when IsList(table, element.Column) => "it sets an element of a list by its place",
        _ => null,
    };

    private static bool IsList(TableSchema? table, string column) => table?.FindColumn(column)?.Type is Cql.ListType;

    private static IEnumerable<Term> Terms(DmlStatement statement) => statement switch
    {
        InsertStatement insert => insert.Values,
        UpdateStatement update => update.Assignments.SelectMany(TermsOf).Concat(update.Where.SelectMany(TermsOf)),
        DeleteStatement delete => delete.Where.SelectMany(TermsOf),
        _ => [],
    };

    private static IEnumerable<Term> TermsOf(Assignment assignment) => assignment switch
    {
        SetAssignment set => [set.Value],
        AddAssignment add => [add.Value],
        SubtractAssignment subtract => [subtract.Value],
        PrependAssignment prepend => [prepend.Value],
        ElementAssignment element => [element.Key, element.Value],
        FieldAssignment field => [field.Value],
        _ => [],
    };

    private static IEnumerable<Term> TermsOf(Relation relation) => relation switch
    {
        ColumnRelation column => [column.Value],
        TupleRelation tuple => [tuple.Value],
        TokenRelation token => [token.Value],
        ElementRelation element => [element.Key, element.Value],
        _ => [],
    };

    private static bool CallsChanging(Term term) => term switch
    {
        FunctionCallTerm call => Changing.Contains(call.Function.Name) || call.Arguments.Any(CallsChanging),
        CastTerm cast => CallsChanging(cast.Value),
        TypeHintTerm hint => CallsChanging(hint.Value),
        NegationTerm negation => CallsChanging(negation.Value),
        ArithmeticTerm arithmetic => CallsChanging(arithmetic.Left) || CallsChanging(arithmetic.Right),
        ListTerm list => list.Elements.Any(CallsChanging),
        SetTerm set => set.Elements.Any(CallsChanging),
        TupleTerm tuple => tuple.Elements.Any(CallsChanging),
        MapTerm map => map.Entries.Any(entry => CallsChanging(entry.Key) || CallsChanging(entry.Value)),
        UserTypeTerm type => type.Fields.Any(field => CallsChanging(field.Value)),
        _ => false,
    };
}
