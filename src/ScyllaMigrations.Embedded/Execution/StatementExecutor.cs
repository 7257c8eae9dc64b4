using System;
using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Embedded.Evaluation;
using ScyllaMigrations.Embedded.Rows;
using ScyllaMigrations.Embedded.Select;
using ScyllaMigrations.Embedded.SystemTables;
using ScyllaMigrations.Embedded.Values;

namespace ScyllaMigrations.Embedded.Execution;

/// <summary>Executes one statement on a state: checks it, finds its answer and its effect.</summary>
internal sealed class StatementExecutor
{
    private readonly Database _database;
    private readonly IIdSource _ids;
    private readonly long _now;
    private readonly long _timestamp;

    /// <param name="database">The state.</param>
    /// <param name="currentKeyspace">The keyspace of USE; null for none.</param>
    /// <param name="ids">Where random identifiers come from.</param>
    /// <param name="nowMicros">The server's time.</param>
    /// <param name="timestampMicros">The timestamp of writes that give none.</param>
    public StatementExecutor(Database database, string? currentKeyspace, IIdSource ids, long nowMicros, long timestampMicros)
    {
        _database = database;
        CurrentKeyspace = currentKeyspace;
        _ids = ids;
        _now = nowMicros;
        _timestamp = timestampMicros;
    }

    /// <summary>The keyspace of USE after the statement.</summary>
    public string? CurrentKeyspace { get; private set; }

    /// <summary>Finds what a statement does.</summary>
    /// <exception cref="CqlServerException">The server would refuse it.</exception>
    public Effect Execute(CqlStatement statement)
    {
        switch (statement)
        {
            case SelectStatement select:
                return new Effect(Select(select));
            case BatchStatement batch:
                return Writer().Execute(batch);
            case TruncateStatement truncate:
                return Truncate(truncate);
            case DmlStatement dml:
                return Writer().Execute(dml);
            case UseStatement use:
                SchemaResult used = SchemaEngine.Apply(_database.Schema, use, Context(CurrentKeyspace));
                Refuse(used, use);
                CurrentKeyspace = used.CurrentKeyspace;
                return new Effect(CqlResult.Empty);
            case QueryStatement query:
                throw CqlRefusal.NotSupported(query.Kind);
            default:
                return ChangeSchema(statement);
        }
    }

    private WriteExecutor Writer() => new(_database, Resolve, New, _timestamp);

    private TermEvaluator New(string? keyspace) => new(new ExecutionContext(_database.Dialect, _database.Codecs, keyspace, _now, _ids));

    private SchemaContext Context(string? keyspace) => new(_database.Dialect)
    {
        CurrentKeyspace = keyspace,
        TimestampMicros = _now,
        Datacenters = Cql.Collections.PersistentMap.From([new KeyValuePair<string, int>(EmbeddedHost.DataCenter, 1)]),
        OtherDatacenters = _database.AnyDataCenter,
        RolesKnown = true,
    };

    private Effect ChangeSchema(CqlStatement statement)
    {
        CqlStatement pinned = Pin(statement);
        SchemaResult result = SchemaEngine.Apply(_database.Schema, pinned, Context(CurrentKeyspace));
        Refuse(result, statement);
        CqlResult answer = new([], [], [.. result.Warnings], EmbeddedHost.Id);
        if (!result.Changed)
        {
            return new Effect(answer);
        }

        // Names without a keyspace are replayed after the same USE.
        SchemaResult alone = CurrentKeyspace is null ? result : SchemaEngine.Apply(_database.Schema, pinned, Context(null));
        string text = (alone.IsError ? "USE " + CqlIdentifier.Quote(CurrentKeyspace!) + ";\n" : string.Empty) + CqlWriter.Write(pinned) + ";";
        string[] keyspaces = [.. result.TouchedObjects.Where(o => o.Keyspace is not null || o.Kind == SchemaObjectKind.Keyspace).Select(o => o.Keyspace ?? o.Name).Distinct(StringComparer.Ordinal)];
        SchemaRecord record = new(_now, text, keyspaces);
        return new Effect(answer, text, () => _database.Change(result.Schema, record));
    }

    // Every table and view gets an id, drawn once and kept in the log.
    private CqlStatement Pin(CqlStatement statement) => statement switch
    {
        CreateTableStatement table when !HasId(table.Options) => table with { Options = WithId(table.Options) },
        CreateMaterializedViewStatement view when !HasId(view.Options) => view with { Options = WithId(view.Options) },
        _ => statement,
    };

    private static bool HasId(ValueList<Property> properties) => properties.Any(p => p.Name == "id");

    private ValueList<Property> WithId(ValueList<Property> properties) =>
        ValueList.From([.. properties, new Property("id", new ConstantTerm(ConstantKind.Uuid, _ids.NewId().ToString("D", null)))]);

    private static void Refuse(SchemaResult result, CqlStatement statement)
    {
        if (result.Error is { } error)
        {
            throw new CqlServerException(error.Code, error.Message, error.Subject ?? statement.Kind);
        }
    }

    private Effect Truncate(TruncateStatement truncate)
    {
        if ((truncate.Table.Keyspace ?? CurrentKeyspace) is { } home && _database.Schema.FindKeyspace(home)?.Views.Find(truncate.Table.Name) is not null)
        {
            throw CqlRefusal.Invalid("Cannot TRUNCATE materialized view directly; must truncate base table instead", truncate.Table.Name);
        }

        TableModel table = Resolve(truncate.Table);
        if (!_database.Dialect.Features.DropTruncateTable)
        {
            throw CqlRefusal.Invalid("DROP and TRUNCATE TABLE functionality is not allowed");
        }

        string text = CqlWriter.Write(new TruncateStatement(new QualifiedName(table.Keyspace, table.Name), UsingClause.None)) + ";";
        return new Effect(CqlResult.Empty, text, () => _database.DataOf(table).Truncate());
    }

    private CqlResult Select(SelectStatement select)
    {
        if (select.Table is null)
        {
            throw CqlRefusal.NotSupported("SELECT without FROM");
        }

        string keyspace = select.Table.Keyspace ?? CurrentKeyspace ?? throw NoKeyspace();
        if (SystemCatalog.IsSystem(keyspace))
        {
            SystemTable system = _database.System.Find(keyspace, select.Table.Name) ?? throw NoTable(select.Table.Name);
            return new SelectRunner(New(keyspace), system.Model, select).Run(system.Data);
        }

        if (_database.Schema.FindKeyspace(keyspace)?.Views.Find(select.Table.Name) is { } view)
        {
            ViewReader reader = new(New(keyspace), _database.FindTable(keyspace, view.BaseTable)!, view, _database.Codecs);
            return new SelectRunner(New(keyspace), reader.Model, select).Run(reader.Read(_database.DataOf(reader.Base)));
        }

        TableModel table = Resolve(select.Table);
        return new SelectRunner(New(keyspace), table, select).Run(_database.DataOf(table));
    }

    private TableModel Resolve(QualifiedName name)
    {
        string keyspace = name.Keyspace ?? CurrentKeyspace ?? throw NoKeyspace();
        if (_database.FindTable(keyspace, name.Name) is { } table)
        {
            return table;
        }

        if (SystemCatalog.IsSystem(keyspace))
        {
            throw new CqlServerException(CqlError.Unauthorized, $"{keyspace} keyspace is not user-modifiable.", keyspace);
        }

        if (_database.Schema.FindKeyspace(keyspace) is not { } found)
        {
            throw CqlRefusal.Invalid(_database.Dialect.IsScylla ? $"unconfigured table {name.Name}" : $"keyspace {keyspace} does not exist", keyspace);
        }

        throw found.Views.Find(name.Name) is null ? NoTable(name.Name) : CqlRefusal.Invalid("Cannot directly modify a materialized view", name.Name);
    }

    private static CqlServerException NoKeyspace() =>
        CqlRefusal.Invalid("No keyspace has been specified. USE a keyspace, or explicitly specify keyspace.tablename");

    private CqlServerException NoTable(string name) =>
        CqlRefusal.Invalid(_database.Dialect.IsScylla ? $"unconfigured table {name}" : $"table {name} does not exist", name);
}
