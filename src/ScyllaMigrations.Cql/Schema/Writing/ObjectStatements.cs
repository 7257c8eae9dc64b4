using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScyllaMigrations.Cql.Collections;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>The statements that make the objects of a schema.</summary>
internal sealed class ObjectStatements(SchemaWriterOptions options)
{
    private static readonly string[] Fractions =
        ["bloom_filter_fp_chance", "crc_check_chance", "dclocal_read_repair_chance", "read_repair_chance"];

    public static CreateKeyspaceStatement Keyspace(KeyspaceSchema keyspace)
    {
        PersistentMap<string, string> replication = keyspace.Replication.Options;
        List<MapEntry> entries = [new(ConstantTerm.OfString("class"), ConstantTerm.OfString(keyspace.Replication.Class))];
        entries.AddRange(replication.Select(o => new MapEntry(ConstantTerm.OfString(o.Key), Factor(o.Value))));
        List<Property> properties =
        [
            new("replication", new MapTerm(ValueList.From(entries))),
            new("durable_writes", new ConstantTerm(ConstantKind.Boolean, OptionText.Of(keyspace.DurableWrites))),
        ];
        if (keyspace.Tablets is { } tablets)
        {
            properties.Add(new Property("tablets", Map(tablets)));
        }

        if (keyspace.Storage is { } storage)
        {
            properties.Add(new Property("storage", Map(storage)));
        }

        if (keyspace.Consistency is { } consistency)
        {
            properties.Add(new Property("consistency", ConstantTerm.OfString(consistency)));
        }

        return new CreateKeyspaceStatement(keyspace.Name, IfNotExists: false, ValueList.From(properties));
    }

    public CreateTypeStatement Type(UserTypeSchema type) => new(Name(type.Keyspace, type.Name), IfNotExists: false, type.Fields);

    public CreateIndexStatement Index(IndexSchema index, TableSchema table)
    {
        List<Property> properties = [];
        if (index.Options.Count > 0)
        {
            properties.Add(new Property("options", Map(index.Options)));
        }

        properties.AddRange(index.ViewOptions.Select(o => new Property(o.Key, Term(o.Key, o.Value))));
        return new CreateIndexStatement(
            Name(table.Keyspace, table.Name), index.Name, IfNotExists: false, index.Targets, index.ClassName is not null,
            index.ClassName is IndexClasses.Sasi ? "org.apache.cassandra.index.sasi.SASIIndex" : index.ClassName,
            ValueList.From(properties), ValueList<ClusteringOrder>.Empty);
    }

    public CreateMaterializedViewStatement View(ViewSchema view)
    {
        IEnumerable<Selector> selectors = view.IncludesAllColumns
            ? []
            : view.Columns.Select(c => new Selector(new ColumnTerm(c.Name)));
        return new CreateMaterializedViewStatement(
            Name(view.Keyspace, view.Name), IfNotExists: false, ValueList.From(selectors), Name(view.Keyspace, view.BaseTable), view.Where,
            Key(view.Columns), Options(view.Options, view.Id), Order(view.Columns));
    }

    public CreateFunctionStatement Function(FunctionSchema function) => new(
        Name(function.Keyspace, function.Name), OrReplace: false, IfNotExists: false, function.Arguments, function.CalledOnNullInput,
        function.ReturnType, function.Language, function.Body);

    public CreateAggregateStatement Aggregate(AggregateSchema aggregate) => new(
        Name(aggregate.Keyspace, aggregate.Name), OrReplace: false, IfNotExists: false, aggregate.ArgumentTypes, aggregate.StateFunction,
        aggregate.StateType, aggregate.ReduceFunction, aggregate.FinalFunction, aggregate.InitialCondition);

    public CreateTriggerStatement Trigger(TriggerSchema trigger, TableSchema table) =>
        new(trigger.Name, Name(table.Keyspace, table.Name), trigger.ClassName, IfNotExists: false);

    public QualifiedName Name(string keyspace, string name) => new(options.IncludeKeyspace ? keyspace : null, name);

    public ValueList<Property> Options(TableOptions table, Guid? id)
    {
        List<Property> properties = [];
        if (options.IncludeIds && id is { } known)
        {
            properties.Add(new Property("id", new ConstantTerm(ConstantKind.Uuid, known.ToString("D"))));
        }

        TableOptions? defaults = options.Dialect is null ? null : TableDefaults.Of(options.Dialect);
        if (defaults is not null && options.Dialect!.IsCassandra && table.Compaction?.Find("class") == "LeveledCompactionStrategy")
        {
            defaults = defaults.With("bloom_filter_fp_chance", OptionValue.Of("0.1"));
        }

        foreach (KeyValuePair<string, OptionValue> option in table.Values)
        {
            if (defaults?.Values.Find(option.Key) != option.Value)
            {
                properties.Add(new Property(option.Key, Term(option.Key, option.Value)));
            }
        }

        return ValueList.From(properties);
    }

    public static Term Term(string option, OptionValue value)
    {
        if (value.Map is { } map)
        {
            return Map(map);
        }

        string text = value.Text!;
        if (text is "true" or "false" && option is not "comment")
        {
            return new ConstantTerm(ConstantKind.Boolean, text);
        }

        bool number = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
        return Array.IndexOf(Fractions, option) >= 0
            ? new ConstantTerm(ConstantKind.Float, text)
            : number && option is not "comment" ? new ConstantTerm(ConstantKind.Integer, text) : ConstantTerm.OfString(text);
    }

    public static PrimaryKeyDefinition Key(ValueList<ColumnSchema> columns) => new(
        ValueList.From(columns.Where(c => c.Kind == ColumnKind.PartitionKey).Select(c => c.Name)),
        ValueList.From(columns.Where(c => c.Kind == ColumnKind.Clustering).Select(c => c.Name)));

    public static ValueList<ClusteringOrder> Order(ValueList<ColumnSchema> columns) => columns.Any(c => c.Descending)
        ? ValueList.From(columns.Where(c => c.Kind == ColumnKind.Clustering).Select(c => new ClusteringOrder(c.Name, c.Descending)))
        : ValueList<ClusteringOrder>.Empty;

    private static MapTerm Map(PersistentMap<string, string> map) => new(ValueList.From(
        map.Select(o => new MapEntry(ConstantTerm.OfString(o.Key), ConstantTerm.OfString(o.Value)))));

    // A list of racks is kept as its text: ['r1', 'r2'].
    private static Term Factor(string text) => text.Length > 1 && text[0] == '['
        ? new ListTerm(ValueList.From(text.Trim('[', ']').Split(',').Select(r => (Term)ConstantTerm.OfString(r.Trim().Trim('\'')))))
        : ConstantTerm.OfString(text);
}
