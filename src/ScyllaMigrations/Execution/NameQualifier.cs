using System.Linq;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Execution;

/// <summary>
/// Writes the keyspace before names that have none. A session of many connections has no current keyspace that USE could set, so what is sent names it.
/// </summary>
internal static class NameQualifier
{
    /// <summary>The statement with every name of a table, view, type, index or function led by its keyspace; the same one when they all are.</summary>
    public static CqlStatement Qualify(CqlStatement statement, string keyspace)
    {
        QualifiedName Q(QualifiedName name) => name.Keyspace is null ? name with { Keyspace = keyspace } : name;
        return statement switch
        {
            CreateTableStatement s => s with { Table = Q(s.Table) },
            AlterTableStatement s => s with { Table = Q(s.Table) },
            DropTableStatement s => s with { Table = Q(s.Table) },
            CreateTypeStatement s => s with { Type = Q(s.Type) },
            AlterTypeStatement s => s with { Type = Q(s.Type) },
            DropTypeStatement s => s with { Type = Q(s.Type) },
            CreateIndexStatement s => s with { Table = Q(s.Table) },
            DropIndexStatement s => s with { Index = Q(s.Index) },
            CreateMaterializedViewStatement s => s with { View = Q(s.View), BaseTable = Q(s.BaseTable) },
            AlterMaterializedViewStatement s => s with { View = Q(s.View) },
            DropMaterializedViewStatement s => s with { View = Q(s.View) },
            PruneMaterializedViewStatement s => s with { View = Q(s.View) },
            CreateTriggerStatement s => s with { Table = Q(s.Table) },
            DropTriggerStatement s => s with { Table = Q(s.Table) },
            CreateFunctionStatement s => s with { Function = Q(s.Function) },
            DropFunctionStatement s => s with { Function = Q(s.Function) },
            CreateAggregateStatement s => s with { Aggregate = Q(s.Aggregate) },
            DropAggregateStatement s => s with { Aggregate = Q(s.Aggregate) },
            SelectStatement { Table: { } table } s => s with { Table = Q(table) },
            DmlStatement s => Qualify(s, keyspace),
            GrantPermissionStatement s => s with { Resource = Qualify(s.Resource, keyspace) },
            RevokePermissionStatement s => s with { Resource = Qualify(s.Resource, keyspace) },
            _ => statement,
        };
    }

    private static DmlStatement Qualify(DmlStatement statement, string keyspace)
    {
        QualifiedName Q(QualifiedName name) => name.Keyspace is null ? name with { Keyspace = keyspace } : name;
        return statement switch
        {
            InsertStatement s => s with { Table = Q(s.Table) },
            InsertJsonStatement s => s with { Table = Q(s.Table) },
            UpdateStatement s => s with { Table = Q(s.Table) },
            DeleteStatement s => s with { Table = Q(s.Table) },
            TruncateStatement s => s with { Table = Q(s.Table) },
            BatchStatement s => s with { Statements = ValueList.From(s.Statements.Select(inner => Qualify(inner, keyspace))) },
            _ => statement,
        };
    }

    private static PermissionResource Qualify(PermissionResource resource, string keyspace) =>
        resource.Keyspace is null && resource.Kind is ResourceKind.Table or ResourceKind.Function ? resource with { Keyspace = keyspace } : resource;
}
