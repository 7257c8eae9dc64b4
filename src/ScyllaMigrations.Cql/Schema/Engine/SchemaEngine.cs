using System;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>What a statement does to a schema, by the rules the servers enforce. Pure: no server, no clock, no state.</summary>
public static class SchemaEngine
{
    /// <summary>Applies one statement.</summary>
    /// <param name="schema">The schema before.</param>
    /// <param name="statement">The statement. DML and queries leave the schema as it is and are not checked against it.</param>
    /// <param name="context">The server and what it is asked under.</param>
    /// <returns>The schema after it, or the error a server would answer; never an exception for a statement that is wrong.</returns>
    public static SchemaResult Apply(ClusterSchema schema, CqlStatement statement, SchemaContext context)
    {
        _ = schema ?? throw new ArgumentNullException(nameof(schema));
        _ = statement ?? throw new ArgumentNullException(nameof(statement));
        _ = context ?? throw new ArgumentNullException(nameof(context));
        StatementRun run = new(schema, context);
        try
        {
            return Dispatch(run, statement);
        }
        catch (Refusal refusal)
        {
            return run.Unchanged() with { Error = refusal.Error };
        }
    }

    private static SchemaResult Dispatch(StatementRun run, CqlStatement statement) => statement switch
    {
        CreateKeyspaceStatement create => KeyspaceRules.Create(run, create),
        AlterKeyspaceStatement alter => KeyspaceRules.Alter(run, alter),
        DropKeyspaceStatement drop => KeyspaceRules.Drop(run, drop),
        UseStatement use => KeyspaceRules.Use(run, use),
        CreateTypeStatement create => TypeStatementRules.Create(run, create),
        AlterTypeStatement alter => TypeStatementRules.Alter(run, alter),
        DropTypeStatement drop => TypeStatementRules.Drop(run, drop),
        CreateTableStatement create => CreateTableRules.Create(run, create),
        AlterTableStatement alter => AlterTableRules.Alter(run, alter),
        DropTableStatement drop => AlterTableRules.Drop(run, drop),
        CreateIndexStatement create => IndexRules.Create(run, create),
        DropIndexStatement drop => IndexRules.Drop(run, drop),
        DmlStatement or QueryStatement => run.Unchanged(),
        _ => throw Refusal.Invalid($"{statement.Kind} is not supported yet; mark it with -- @opaque REASON to send it as written"),
    };
}
