using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Planning;

/// <summary>What a statement is about.</summary>
internal static class StatementTarget
{
    /// <summary>The table or view that a statement names first; null for statements about other things.</summary>
    /// <param name="statement">The statement.</param>
    public static QualifiedName? Of(CqlStatement? statement) => statement switch
    {
        CreateTableStatement create => create.Table,
        AlterTableStatement alter => alter.Table,
        DropTableStatement drop => drop.Table,
        TruncateStatement truncate => truncate.Table,
        CreateIndexStatement index => index.Table,
        CreateMaterializedViewStatement view => view.BaseTable,
        AlterMaterializedViewStatement view => view.View,
        DropMaterializedViewStatement view => view.View,
        CreateTriggerStatement trigger => trigger.Table,
        DropTriggerStatement trigger => trigger.Table,
        InsertStatement insert => insert.Table,
        InsertJsonStatement insert => insert.Table,
        UpdateStatement update => update.Table,
        DeleteStatement delete => delete.Table,
        SelectStatement select => select.Table,
        _ => null,
    };

    /// <summary>The keyspace that a statement names, be it for a table, a type or the keyspace itself; null when it names none.</summary>
    /// <param name="statement">The statement.</param>
    public static string? KeyspaceOf(CqlStatement? statement) => statement switch
    {
        CreateKeyspaceStatement create => create.Name,
        AlterKeyspaceStatement alter => alter.Name,
        DropKeyspaceStatement drop => drop.Name,
        CreateTypeStatement create => create.Type.Keyspace,
        AlterTypeStatement alter => alter.Type.Keyspace,
        DropTypeStatement drop => drop.Type.Keyspace,
        DropIndexStatement drop => drop.Index.Keyspace,
        CreateFunctionStatement create => create.Function.Keyspace,
        DropFunctionStatement drop => drop.Function.Keyspace,
        CreateAggregateStatement create => create.Aggregate.Keyspace,
        DropAggregateStatement drop => drop.Aggregate.Keyspace,
        _ => Of(statement)?.Keyspace,
    };
}
