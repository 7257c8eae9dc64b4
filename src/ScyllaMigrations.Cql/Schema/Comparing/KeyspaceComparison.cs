using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Collections;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>Differences of one keyspace, in an order in which their statements can run: what stands on others goes first and comes last.</summary>
internal sealed class KeyspaceComparison
{
    private readonly KeyspaceSchema _from;
    private readonly KeyspaceSchema _to;
    private readonly SchemaCompareOptions _options;
    private readonly ObjectStatements _objects;
    private readonly TableStatements _tables;
    private readonly OptionNoise _noise;

    public KeyspaceComparison(KeyspaceSchema from, KeyspaceSchema to, SchemaCompareOptions options)
    {
        _from = from;
        _to = to;
        _options = options;
        SchemaWriterOptions writing = new() { IncludeIds = options.CompareIds, IncludeDroppedColumns = options.CompareDroppedColumns };
        _objects = new ObjectStatements(writing);
        _tables = new TableStatements(_objects, writing);
        _noise = new OptionNoise(options.Dialect);
    }

    public IEnumerable<SchemaDifference> Run()
    {
        IEnumerable<SchemaDifference> all = Unexpected().Concat(Keyspace()).Concat(Types()).Concat(Tables()).Concat(Indexes()).Concat(Views())
            .Concat(Functions()).Concat(Triggers()).Concat(UnexpectedAtTheEnd());
        return all.Where(d => _options.Exclude?.Invoke(d.Object) != true);
    }

    private static SchemaDifference Missing(SchemaObject reference, params CqlStatement[] statements) =>
        new(DifferenceKind.Missing, reference, "missing") { Statements = ValueList.Of(statements) };

    private static SchemaDifference Surplus(SchemaObject reference, CqlStatement drop, string? loss = null) =>
        new(DifferenceKind.Unexpected, reference, "not expected") { Statements = ValueList.Of(drop), LosesData = loss is not null, Reason = loss };

    private static SchemaDifference Replaced(SchemaObject reference, string detail, params CqlStatement[] statements) =>
        new(DifferenceKind.Changed, reference, detail) { Statements = ValueList.Of(statements) };

    private SchemaObject Index(string name) => new(SchemaObjectKind.Index, _to.Name, name);

    private SchemaObject Trigger(TableSchema table, string name) => new(SchemaObjectKind.Trigger, _to.Name, table.Name + "." + name);

    // What other objects may stand on is dropped after them.
    private IEnumerable<SchemaDifference> Unexpected()
    {
        foreach (ViewSchema view in _from.Views.Values.Where(v => !_to.Views.ContainsKey(v.Name)))
        {
            yield return Surplus(view.Reference, new DropMaterializedViewStatement(_objects.Name(_from.Name, view.Name), IfExists: false));
        }

        foreach (TableSchema table in _from.Tables.Values.Where(t => _to.Tables.ContainsKey(t.Name)))
        {
            TableSchema wanted = _to.Tables[table.Name];
            foreach (string index in table.Indexes.Keys.Where(i => !wanted.Indexes.ContainsKey(i)))
            {
                yield return Surplus(Index(index), new DropIndexStatement(_objects.Name(_from.Name, index), IfExists: false));
            }

            foreach (string trigger in table.Triggers.Keys.Where(t => !wanted.Triggers.ContainsKey(t)))
            {
                yield return Surplus(
                    Trigger(table, trigger), new DropTriggerStatement(trigger, _objects.Name(_from.Name, table.Name), IfExists: false));
            }
        }

        foreach (AggregateSchema aggregate in _from.Aggregates.Values.Where(a => !_to.Aggregates.ContainsKey(a.Signature)))
        {
            yield return Surplus(
                aggregate.Reference,
                new DropAggregateStatement(_objects.Name(_from.Name, aggregate.Name), aggregate.ArgumentTypes, IfExists: false));
        }

        foreach (FunctionSchema function in _from.Functions.Values.Where(f => !_to.Functions.ContainsKey(f.Signature)))
        {
            ValueList<CqlType> types = ValueList.From(function.Arguments.Select(a => a.Type));
            yield return Surplus(
                function.Reference, new DropFunctionStatement(_objects.Name(_from.Name, function.Name), types, IfExists: false));
        }
    }

    private IEnumerable<SchemaDifference> Keyspace()
    {
        if (!_options.CompareKeyspaceOptions)
        {
            return [];
        }

        List<string> details = [];
        if (_from.Replication != _to.Replication)
        {
            details.Add($"replication: {Show(_from.Replication)}, expected {Show(_to.Replication)}");
        }

        if (_from.DurableWrites != _to.DurableWrites)
        {
            details.Add($"durable_writes: {OptionText.Of(_from.DurableWrites)}, expected {OptionText.Of(_to.DurableWrites)}");
        }

        CreateKeyspaceStatement create = ObjectStatements.Keyspace(_to);
        ValueList<Property> properties = ValueList.From(create.Options.Where(p => p.Name is "replication" or "durable_writes"));
        return details.Count == 0
            ? []
            : [Replaced(
                new SchemaObject(SchemaObjectKind.Keyspace, _to.Name, _to.Name),
                string.Join("; ", details),
                new AlterKeyspaceStatement(_to.Name, IfExists: false, properties))];
    }

    private IEnumerable<SchemaDifference> Types()
    {
        foreach (UserTypeSchema type in SchemaWriter.ByDependency(_to))
        {
            if (_from.Types.Find(type.Name) is not { } present)
            {
                yield return Missing(type.Reference, _objects.Type(type));
            }
            else if (present != type)
            {
                foreach (SchemaDifference difference in new TypeComparison(present, type, _objects, _options.Dialect).Run())
                {
                    yield return difference;
                }
            }
        }
    }

    private IEnumerable<SchemaDifference> Tables()
    {
        foreach (TableSchema table in _to.Tables.Values)
        {
            IEnumerable<SchemaDifference> differences = _from.Tables.Find(table.Name) is { } present
                ? new TableComparison(_from, present, table, _objects, _noise, _options).Run()
                : [Missing(table.Reference, [.. _tables.Of(table)])];
            foreach (SchemaDifference difference in differences)
            {
                yield return difference;
            }
        }
    }

    private IEnumerable<SchemaDifference> Indexes()
    {
        foreach (TableSchema table in _to.Tables.Values)
        {
            PersistentMap<string, IndexSchema>? present = _from.Tables.Find(table.Name)?.Indexes;
            foreach (IndexSchema index in table.Indexes.Values)
            {
                if (present?.Find(index.Name) is not { } other)
                {
                    yield return Missing(Index(index.Name), _objects.Index(index, table));
                }
                else if (other != index)
                {
                    yield return Replaced(
                        Index(index.Name),
                        $"{CqlWriter.Write(_objects.Index(other, table))}, expected {CqlWriter.Write(_objects.Index(index, table))}",
                        new DropIndexStatement(_objects.Name(_to.Name, index.Name), IfExists: false), _objects.Index(index, table));
                }
            }
        }
    }

    private IEnumerable<SchemaDifference> Views()
    {
        foreach (ViewSchema view in _to.Views.Values)
        {
            if (_from.Views.Find(view.Name) is not { } present)
            {
                yield return Missing(view.Reference, _objects.View(view));
                continue;
            }

            List<string> options = _noise.Changed(present.Options, view.Options);
            if (present with { Options = view.Options, Id = view.Id } != view)
            {
                yield return Replaced(
                    view.Reference,
                    $"{CqlWriter.Write(_objects.View(present with { Options = TableOptions.Empty }))}, expected "
                        + CqlWriter.Write(_objects.View(view with { Options = TableOptions.Empty })),
                    new DropMaterializedViewStatement(_objects.Name(_to.Name, view.Name), IfExists: false), _objects.View(view));
            }
            else if (options.Count > 0)
            {
                yield return Replaced(
                    view.Reference,
                    TableComparison.ShowOptions(options, present.Options, view.Options, _noise),
                    new AlterMaterializedViewStatement(
                        _objects.Name(_to.Name, view.Name), IfExists: false, TableComparison.Properties(options, view.Options, _noise)));
            }
        }
    }

    private IEnumerable<SchemaDifference> Functions()
    {
        foreach (FunctionSchema function in _to.Functions.Values)
        {
            if (_from.Functions.Find(function.Signature) is not { } present)
            {
                yield return Missing(function.Reference, _objects.Function(function));
            }
            else if (present != function)
            {
                yield return Replaced(function.Reference, "another definition", _objects.Function(function) with { OrReplace = true });
            }
        }

        foreach (AggregateSchema aggregate in _to.Aggregates.Values)
        {
            if (_from.Aggregates.Find(aggregate.Signature) is not { } present)
            {
                yield return Missing(aggregate.Reference, _objects.Aggregate(aggregate));
            }
            else if (present != aggregate)
            {
                yield return Replaced(aggregate.Reference, "another definition", _objects.Aggregate(aggregate) with { OrReplace = true });
            }
        }
    }

    private IEnumerable<SchemaDifference> Triggers()
    {
        foreach (TableSchema table in _to.Tables.Values)
        {
            foreach (TriggerSchema trigger in table.Triggers.Values)
            {
                TriggerSchema? present = _from.Tables.Find(table.Name)?.Triggers.Find(trigger.Name);
                if (present is null)
                {
                    yield return Missing(Trigger(table, trigger.Name), _objects.Trigger(trigger, table));
                }
                else if (present != trigger)
                {
                    yield return Replaced(
                        Trigger(table, trigger.Name),
                        $"class {present.ClassName}, expected {trigger.ClassName}",
                        new DropTriggerStatement(trigger.Name, _objects.Name(_to.Name, table.Name), IfExists: false),
                        _objects.Trigger(trigger, table));
                }
            }
        }
    }

    private IEnumerable<SchemaDifference> UnexpectedAtTheEnd()
    {
        foreach (TableSchema table in _from.Tables.Values.Where(t => !_to.Tables.ContainsKey(t.Name)))
        {
            yield return Surplus(
                table.Reference, new DropTableStatement(_objects.Name(_from.Name, table.Name), IfExists: false), "DROP TABLE drops all its rows");
        }

        foreach (UserTypeSchema type in SchemaWriter.ByDependency(_from).Reverse().Where(t => !_to.Types.ContainsKey(t.Name)))
        {
            yield return Surplus(type.Reference, new DropTypeStatement(_objects.Name(_from.Name, type.Name), IfExists: false));
        }
    }

    private static string Show(ReplicationSchema replication) => replication.Class + " " + replication.Options;
}
