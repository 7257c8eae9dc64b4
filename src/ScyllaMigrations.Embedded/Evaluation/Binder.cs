using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Embedded.Values;

namespace ScyllaMigrations.Embedded.Evaluation;

/// <summary>Puts values in the place of bind markers, in the order in which the markers stand in the text.</summary>
internal sealed class Binder
{
    private static readonly Regex TimeToLiveFirst = new(
        @"\bUSING\s+TTL\s+(?:\?|:\w+)\s+AND\s+TIMESTAMP\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private readonly IReadOnlyList<object?> _values;
    private readonly bool _timeToLiveFirst;
    private int _next;

    private Binder(IReadOnlyList<object?> values, string text)
    {
        _values = values;
        _timeToLiveFirst = TimeToLiveFirst.IsMatch(text);
    }

    /// <summary>The statement without markers.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="text">Its text: the tree does not keep the order of the parts of USING.</param>
    /// <param name="values">The values in order.</param>
    /// <exception cref="Clusters.CqlServerException">2200: too many or too few values.</exception>
    public static CqlStatement Bind(CqlStatement statement, string text, IReadOnlyList<object?> values)
    {
        Binder binder = new(values, text);
        CqlStatement bound = binder.Statement(statement);
        return binder._next == values.Count
            ? bound
            : throw CqlRefusal.Invalid($"Invalid amount of bind variables: {binder._next} expected, {values.Count} given");
    }

    private CqlStatement Statement(CqlStatement statement) => statement switch
    {
        DmlStatement dml => Dml(dml),
        SelectStatement select => Select(select),
        _ => statement,
    };

    private DmlStatement Dml(DmlStatement statement)
    {
        switch (statement)
        {
            case InsertStatement insert:
                return insert with { Values = Terms(insert.Values), Using = Using(insert.Using) };
            case InsertJsonStatement insert:
                return insert with { Json = Term(insert.Json), Using = Using(insert.Using) };
            case UpdateStatement update:
                UsingClause used = Using(update.Using);
                ValueList<Assignment> assignments = update.Assignments.Select(Assignment).ToArray().ToValueList();
                ValueList<Relation> where = Relations(update.Where);
                return update with { Using = used, Assignments = assignments, Where = where, Conditions = Conditions(update.Conditions) };
            case DeleteStatement delete:
                ValueList<DeleteTarget> targets = delete.Targets
                    .Select(t => t.Element is null ? t : t with { Element = Term(t.Element) }).ToArray().ToValueList();
                UsingClause usedByDelete = Using(delete.Using);
                ValueList<Relation> rows = Relations(delete.Where);
                return delete with { Targets = targets, Using = usedByDelete, Where = rows, Conditions = Conditions(delete.Conditions) };
            case BatchStatement batch:
                UsingClause usedByBatch = Using(batch.Using);
                return batch with { Using = usedByBatch, Statements = batch.Statements.Select(Dml).ToArray().ToValueList() };
            default:
                return statement;
        }
    }

    private SelectStatement Select(SelectStatement select)
    {
        ValueList<Selector> selectors = select.Selectors.Select(s => s with { Expression = Term(s.Expression) }).ToArray().ToValueList();
        ValueList<Relation> where = Relations(select.Where);
        ValueList<Term> groups = Terms(select.GroupBy);
        ValueList<Ordering> order = select.OrderBy
            .Select(o => o.AnnOf is null ? o : o with { AnnOf = Term(o.AnnOf) }).ToArray().ToValueList();
        Term? perPartition = select.PerPartitionLimit is null ? null : Term(select.PerPartitionLimit);
        Term? limit = select.Limit is null ? null : Term(select.Limit);
        return select with
        {
            Selectors = selectors, Where = where, GroupBy = groups, OrderBy = order, PerPartitionLimit = perPartition, Limit = limit, Using = Using(select.Using),
        };
    }

    private UsingClause Using(UsingClause clause)
    {
        if (clause.IsEmpty)
        {
            return clause;
        }

        if (_timeToLiveFirst && clause.TimeToLive is { } first)
        {
            Term timeToLive = Term(first);
            return clause with { TimeToLive = timeToLive, Timestamp = Optional(clause.Timestamp), Timeout = Optional(clause.Timeout) };
        }

        Term? timestamp = Optional(clause.Timestamp);
        return clause with { Timestamp = timestamp, TimeToLive = Optional(clause.TimeToLive), Timeout = Optional(clause.Timeout) };
    }

    private Assignment Assignment(Assignment assignment) => assignment switch
    {
        SetAssignment set => set with { Value = Term(set.Value) },
        AddAssignment add => add with { Value = Term(add.Value) },
        SubtractAssignment subtract => subtract with { Value = Term(subtract.Value) },
        PrependAssignment prepend => prepend with { Value = Term(prepend.Value) },
        FieldAssignment field => field with { Value = Term(field.Value) },
        ElementAssignment element => new ElementAssignment(element.Column, Term(element.Key), Term(element.Value)),
        _ => assignment,
    };

    private ValueList<Relation> Relations(ValueList<Relation> relations) => relations.Select(Relation).ToArray().ToValueList();

    private Relation Relation(Relation relation) => relation switch
    {
        ColumnRelation column => column with { Value = Term(column.Value) },
        TupleRelation tuple => tuple with { Value = Term(tuple.Value) },
        TokenRelation token => token with { Value = Term(token.Value) },
        CustomIndexRelation custom => custom with { Value = Term(custom.Value) },
        ElementRelation element => new ElementRelation(element.Column, Term(element.Key), element.Operator, Term(element.Value)),
        _ => relation,
    };

    private ValueList<Condition> Conditions(ValueList<Condition> conditions) => conditions
        .Select(c =>
        {
            Term? element = Optional(c.Element);
            return c with { Element = element, Value = Term(c.Value) };
        })
        .ToArray().ToValueList();

    private ValueList<Term> Terms(ValueList<Term> terms) => terms.Select(Term).ToArray().ToValueList();

    private Term? Optional(Term? term) => term is null ? null : Term(term);

    private Term Term(Term term)
    {
        switch (term)
        {
            case BindMarkerTerm:
                return _next < _values.Count
                    ? new BoundTerm(_values[_next++])
                    : throw CqlRefusal.Invalid($"Invalid amount of bind variables: more than {_values.Count} expected, {_values.Count} given");
            case ListTerm list:
                return new ListTerm(Terms(list.Elements));
            case SetTerm set:
                return new SetTerm(Terms(set.Elements));
            case TupleTerm tuple:
                return new TupleTerm(Terms(tuple.Elements));
            case MapTerm map:
                return new MapTerm(map.Entries.Select(e => new MapEntry(Term(e.Key), Term(e.Value))).ToArray().ToValueList());
            case UserTypeTerm user:
                return new UserTypeTerm(user.Fields.Select(f => f with { Value = Term(f.Value) }).ToArray().ToValueList());
            case FunctionCallTerm call:
                return call with { Arguments = Terms(call.Arguments) };
            case TypeHintTerm hint:
                return hint with { Value = Term(hint.Value) };
            case CastTerm cast:
                return cast with { Value = Term(cast.Value) };
            case NegationTerm negation:
                return new NegationTerm(Term(negation.Value));
            case ArithmeticTerm arithmetic:
                Term left = Term(arithmetic.Left);
                return arithmetic with { Left = left, Right = Term(arithmetic.Right) };
            case ElementTerm element:
                Term value = Term(element.Value);
                return new ElementTerm(value, Term(element.Key));
            case SliceTerm slice:
                Term sliced = Term(slice.Value);
                Term? from = Optional(slice.From);
                return new SliceTerm(sliced, from, Optional(slice.To));
            case FieldTerm field:
                return field with { Value = Term(field.Value) };
            case CellAttributeTerm attribute:
                return attribute with { Target = Term(attribute.Target) };
            default:
                return term;
        }
    }
}
