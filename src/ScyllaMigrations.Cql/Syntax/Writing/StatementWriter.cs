using System;
using System.Collections.Generic;
using System.Text;

namespace ScyllaMigrations.Cql.Syntax;

/// <summary>Writes one statement; the parts that belong to a family of statements stand in files of their own.</summary>
internal sealed partial class StatementWriter(bool redact)
{
    private readonly StringBuilder _out = new();

    public string Write(CqlStatement statement)
    {
        Statement(statement);
        return _out.ToString();
    }

    public string Write(Term term)
    {
        Term(term);
        return _out.ToString();
    }

    public string Write(Property property)
    {
        Property(property);
        return _out.ToString();
    }

    public string Write(ColumnDefinition column)
    {
        Column(column);
        return _out.ToString();
    }

    public string Write(Relation relation)
    {
        Relation(relation);
        return _out.ToString();
    }

    private void Statement(CqlStatement statement)
    {
        switch (statement)
        {
            case DdlStatement ddl: Ddl(ddl); break;
            case DmlStatement dml: Dml(dml); break;
            case DclStatement dcl: Dcl(dcl); break;
            case SelectStatement select: Select(select); break;
            case QueryStatement query: Query(query); break;
            case UseStatement use: Text("USE ").Name(use.Keyspace); break;
            case PruneMaterializedViewStatement prune:
                Text("PRUNE MATERIALIZED VIEW ").Name(prune.View).Where(prune.Where).Using(prune.Using);
                break;
            default: throw Unknown(statement);
        }
    }

    private static NotSupportedException Unknown(object node) => new($"{node.GetType().Name} has no text in CQL.");

    private StatementWriter Text(string text)
    {
        _out.Append(text);
        return this;
    }

    private StatementWriter If(bool condition, string text) => condition ? Text(text) : this;

    private StatementWriter Name(string name) => Text(CqlIdentifier.Quote(name));

    private StatementWriter Name(QualifiedName name)
    {
        if (name.Keyspace is not null)
        {
            Name(name.Keyspace).Text(".");
        }

        return Name(name.Name);
    }

    private StatementWriter TypeName(QualifiedName name) => Text(new UserType(name.Keyspace, name.Name, Frozen: false).CqlName);

    private StatementWriter FunctionName(QualifiedName name)
    {
        if (name.Keyspace is not null)
        {
            Name(name.Keyspace).Text(".");
        }

        return SimpleFunctionName(name.Name);
    }

    // Words that mean something of their own before `(`, and `expr(`, which is one token on Cassandra.
    private StatementWriter SimpleFunctionName(string name) => name switch
    {
        "token" or "scylla_timeuuid_list_index" or "scylla_counter_shard_list" => Text(name),
        "ttl" or "writetime" or "maxwritetime" or "key" or "json" or "distinct" or "expr" => Text("\"" + name + "\""),
        _ => Name(name),
    };

    private StatementWriter String(string value) => Text(CqlWriter.QuoteString(value));

    private StatementWriter List<T>(IReadOnlyList<T> items, Action<T> write, string separator = ", ")
    {
        for (int i = 0; i < items.Count; i++)
        {
            If(i > 0, separator);
            write(items[i]);
        }

        return this;
    }

    private StatementWriter Names(ValueList<string> names) => List(names, n => Name(n));

    private StatementWriter Types(ValueList<CqlType> types) => Text("(").List(types, t => Text(t.CqlName)).Text(")");

    private void Property(Property property)
    {
        Name(property.Name).Text(" = ");
        Term(property.Value);
    }

    private StatementWriter Properties(ValueList<Property> properties) => List(properties, Property, " AND ");
}
