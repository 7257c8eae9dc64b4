namespace ScyllaMigrations.Cql.Syntax;

internal sealed partial class StatementWriter
{
    private const string NotExists = "IF NOT EXISTS ";
    private const string Exists = "IF EXISTS ";

    private void Ddl(DdlStatement statement)
    {
        switch (statement)
        {
            case CreateKeyspaceStatement s:
                Text("CREATE KEYSPACE ").If(s.IfNotExists, NotExists).Name(s.Name).With(s.Options);
                break;
            case AlterKeyspaceStatement s:
                Text("ALTER KEYSPACE ").If(s.IfExists, Exists).Name(s.Name).With(s.Options);
                break;
            case DropKeyspaceStatement s: Text("DROP KEYSPACE ").If(s.IfExists, Exists).Name(s.Name); break;
            case CreateTableStatement s: CreateTable(s); break;
            case AlterTableStatement s: AlterTable(s); break;
            case DropTableStatement s: Text("DROP TABLE ").If(s.IfExists, Exists).Name(s.Table); break;
            case CreateTypeStatement s:
                Text("CREATE TYPE ").If(s.IfNotExists, NotExists).TypeName(s.Type).Text(" (");
                List(s.Fields, f => Name(f.Name).Text(" ").Text(f.Type.CqlName)).Text(")");
                break;
            case AlterTypeStatement s: AlterType(s); break;
            case DropTypeStatement s: Text("DROP TYPE ").If(s.IfExists, Exists).TypeName(s.Type); break;
            case CreateIndexStatement s: CreateIndex(s); break;
            case DropIndexStatement s: Text("DROP INDEX ").If(s.IfExists, Exists).Name(s.Index); break;
            case CreateMaterializedViewStatement s: CreateView(s); break;
            case AlterMaterializedViewStatement s:
                Text("ALTER MATERIALIZED VIEW ").If(s.IfExists, Exists).Name(s.View).With(s.Options);
                break;
            case DropMaterializedViewStatement s: Text("DROP MATERIALIZED VIEW ").If(s.IfExists, Exists).Name(s.View); break;
            case CreateFunctionStatement s: CreateFunction(s); break;
            case CreateAggregateStatement s: CreateAggregate(s); break;
            case DropFunctionStatement s: DropCallable("DROP FUNCTION ", s.IfExists, s.Function, s.ArgumentTypes); break;
            case DropAggregateStatement s: DropCallable("DROP AGGREGATE ", s.IfExists, s.Aggregate, s.ArgumentTypes); break;
            case CreateTriggerStatement s:
                Text("CREATE TRIGGER ").If(s.IfNotExists, NotExists).Name(s.Name).Text(" ON ").Name(s.Table).Text(" USING ").String(s.Class);
                break;
            case DropTriggerStatement s:
                Text("DROP TRIGGER ").If(s.IfExists, Exists).Name(s.Name).Text(" ON ").Name(s.Table);
                break;
            default: throw Unknown(statement);
        }
    }

    private StatementWriter With(ValueList<Property> options) => options.Count == 0 ? this : Text(" WITH ").Properties(options);

    private void CreateTable(CreateTableStatement s)
    {
        Text("CREATE TABLE ").If(s.IfNotExists, NotExists).Name(s.Table).Text(" (");
        List(s.Columns, Column);
        for (int i = 0; i < s.PrimaryKeys.Count; i++)
        {
            If(i > 0 || s.Columns.Count > 0, ", ").PrimaryKey(s.PrimaryKeys[i]);
        }

        Text(")").TableOptions(s.Options, s.ClusteringOrder, s.CompactStorage);
    }

    private StatementWriter PrimaryKey(PrimaryKeyDefinition key)
    {
        Text("PRIMARY KEY (");
        if (key.PartitionKey.Count == 1)
        {
            Names(key.PartitionKey);
        }
        else
        {
            Text("(").Names(key.PartitionKey).Text(")");
        }

        return If(key.ClusteringKey.Count > 0, ", ").Names(key.ClusteringKey).Text(")");
    }

    private StatementWriter TableOptions(ValueList<Property> options, ValueList<ClusteringOrder> order, bool compact)
    {
        string before = " WITH ";
        if (compact)
        {
            Text(before).Text("COMPACT STORAGE");
            before = " AND ";
        }

        if (order.Count > 0)
        {
            Text(before).Text("CLUSTERING ORDER BY (");
            List(order, o => Name(o.Column).Text(o.Descending ? " DESC" : " ASC")).Text(")");
            before = " AND ";
        }

        return options.Count == 0 ? this : Text(before).Properties(options);
    }

    private void Column(ColumnDefinition column)
    {
        Name(column.Name).Text(" ").Text(column.Type.CqlName).If(column.TimeToLive, " TTL").If(column.Static, " STATIC");
        if (column.Mask is not null)
        {
            Text(" ").Mask(column.Mask);
        }
    }

    private StatementWriter Mask(ColumnMask mask) =>
        Text("MASKED WITH ").FunctionName(mask.Function).Text("(").List(mask.Arguments, a => Term(a)).Text(")");

    private void AlterTable(AlterTableStatement s)
    {
        Text("ALTER TABLE ").If(s.IfExists, Exists).Name(s.Table).Text(" ");
        switch (s.Action)
        {
            case AddColumns add:
                Text("ADD ").If(add.IfNotExists, NotExists).If(add.Columns.Count > 1, "(");
                List(add.Columns, Column).If(add.Columns.Count > 1, ")");
                break;
            case DropColumns drop: DropColumns(drop); break;
            case RenameColumns rename: Text("RENAME ").If(rename.IfExists, Exists).Renames(rename.Renames); break;
            case AlterColumnType type: Text("ALTER ").Name(type.Column).Text(" TYPE ").Text(type.Type.CqlName); break;
            case SetTableOptions options: Text("WITH ").Properties(options.Options); break;
            case DropCompactStorage: Text("DROP COMPACT STORAGE"); break;
            case MaskColumn { Mask: null } mask: Text("ALTER ").If(mask.IfExists, Exists).Name(mask.Column).Text(" DROP MASKED"); break;
            case MaskColumn mask: Text("ALTER ").If(mask.IfExists, Exists).Name(mask.Column).Text(" ").Mask(mask.Mask); break;
            case SetRowTimeToLive { Column: null }: Text("TTL NULL"); break;
            case SetRowTimeToLive ttl: Text("TTL ").Name(ttl.Column); break;
            default: throw Unknown(s.Action);
        }
    }

    private void DropColumns(DropColumns drop)
    {
        // DROP compact would begin like DROP COMPACT STORAGE only if STORAGE followed, which no name does.
        Text("DROP ").If(drop.IfExists, Exists).If(drop.Columns.Count > 1, "(").Names(drop.Columns).If(drop.Columns.Count > 1, ")");
        if (drop.Timestamp is not null)
        {
            Text(" USING TIMESTAMP ").Term(drop.Timestamp);
        }
    }

    private StatementWriter Renames(ValueList<Rename> renames) =>
        List(renames, r => Name(r.From).Text(" TO ").Name(r.To), " AND ");

    private void AlterType(AlterTypeStatement s)
    {
        Text("ALTER TYPE ").If(s.IfExists, Exists).TypeName(s.Type).Text(" ");
        switch (s.Action)
        {
            case AddField add:
                Text("ADD ").If(add.IfNotExists, NotExists).Name(add.Field.Name).Text(" ").Text(add.Field.Type.CqlName);
                break;
            case AlterFieldType alter: Text("ALTER ").Name(alter.Field).Text(" TYPE ").Text(alter.Type.CqlName); break;
            case RenameFields rename: Text("RENAME ").If(rename.IfExists, Exists).Renames(rename.Renames); break;
            default: throw Unknown(s.Action);
        }
    }

    private void CreateIndex(CreateIndexStatement s)
    {
        Text("CREATE ").If(s.Custom, "CUSTOM ").Text("INDEX ").If(s.IfNotExists, NotExists);
        if (s.Name is not null)
        {
            Name(s.Name).Text(" ");
        }

        Text("ON ").Name(s.Table).Text(" (").List(s.Targets, Target).Text(")");
        if (s.Class is not null)
        {
            Text(" USING ").String(s.Class);
        }

        TableOptions(s.Options, s.ClusteringOrder, s.CompactStorage);
    }

    private void Target(IndexTarget target) => Text(target.Kind switch
    {
        IndexTargetKind.Values => "VALUES(",
        IndexTargetKind.Keys => "KEYS(",
        IndexTargetKind.Entries => "ENTRIES(",
        IndexTargetKind.Full => "FULL(",
        IndexTargetKind.PartitionKey => "(",
        _ => string.Empty,
    }).Names(target.Columns).If(target.Kind != IndexTargetKind.Column, ")");

    private void CreateView(CreateMaterializedViewStatement s)
    {
        Text("CREATE MATERIALIZED VIEW ").If(s.IfNotExists, NotExists).Name(s.View).Text(" AS SELECT ").Selectors(s.Selectors);
        Text(" FROM ").Name(s.BaseTable).Where(s.Where).Text(" ").PrimaryKey(s.PrimaryKey);
        TableOptions(s.Options, s.ClusteringOrder, s.CompactStorage);
    }

    private void CreateFunction(CreateFunctionStatement s)
    {
        Text("CREATE ").If(s.OrReplace, "OR REPLACE ").Text("FUNCTION ").If(s.IfNotExists, NotExists).FunctionName(s.Function);
        Text("(").List(s.Arguments, a => Name(a.Name).Text(" ").Text(a.Type.CqlName)).Text(") ");
        Text(s.CalledOnNullInput ? "CALLED" : "RETURNS NULL").Text(" ON NULL INPUT RETURNS ").Text(s.ReturnType.CqlName);
        Text(" LANGUAGE ").Text(s.Language).Text(" AS ");
        bool plain = s.Body.IndexOf('$') < 0;
        _ = plain ? Text("$$").Text(s.Body).Text("$$") : String(s.Body);
    }

    private void CreateAggregate(CreateAggregateStatement s)
    {
        Text("CREATE ").If(s.OrReplace, "OR REPLACE ").Text("AGGREGATE ").If(s.IfNotExists, NotExists).FunctionName(s.Aggregate);
        Types(s.ArgumentTypes).Text(" SFUNC ").SimpleFunctionName(s.StateFunction).Text(" STYPE ").Text(s.StateType.CqlName);
        if (s.ReduceFunction is not null)
        {
            Text(" REDUCEFUNC ").SimpleFunctionName(s.ReduceFunction);
        }

        if (s.FinalFunction is not null)
        {
            Text(" FINALFUNC ").SimpleFunctionName(s.FinalFunction);
        }

        if (s.InitialCondition is not null)
        {
            Text(" INITCOND ").Term(s.InitialCondition);
        }
    }

    private void DropCallable(string words, bool ifExists, QualifiedName name, ValueList<CqlType>? types)
    {
        Text(words).If(ifExists, Exists).FunctionName(name);
        if (types is not null)
        {
            Types(types);
        }
    }
}
