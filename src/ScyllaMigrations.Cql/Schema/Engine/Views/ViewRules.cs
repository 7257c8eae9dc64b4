using System.Linq;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>CREATE, ALTER and DROP MATERIALIZED VIEW (Cassandra 5.0.6 tried; ScyllaDB's create_view_statement.cc).</summary>
internal static class ViewRules
{
    public static SchemaResult Create(StatementRun run, CreateMaterializedViewStatement statement)
    {
        string name = statement.View.Name;
        string keyspaceName = run.KeyspaceOf(statement.View);
        string baseKeyspace = statement.BaseTable.Keyspace ?? run.Context.CurrentKeyspace ?? keyspaceName;
        SystemKeyspaces.Refuse(keyspaceName, "ALTER", $"table {keyspaceName}.{statement.BaseTable.Name}", run.Dialect);
        if (!run.Features.MaterializedViews)
        {
            throw Refusal.Invalid("Materialized views are disabled. Enable in cassandra.yaml to use.", name);
        }

        if (baseKeyspace != keyspaceName)
        {
            throw Refusal.Invalid("Cannot create a materialized view on a table in a different keyspace", statement.BaseTable.Name);
        }

        KeyspaceSchema keyspace = run.RequireKeyspace(keyspaceName);
        TableSchema table = BaseTable(run, keyspace, statement);
        if (keyspace.Tables.ContainsKey(name))
        {
            throw run.IsScylla
                ? CreateTableRules.Exists(run, keyspaceName, name)
                : Refusal.Invalid($"Cannot create materialized view '{name}' - a table with the same name already exists", name);
        }

        if (keyspace.Views.ContainsKey(name))
        {
            return statement.IfNotExists ? run.Unchanged() : throw CreateTableRules.Exists(run, keyspaceName, name);
        }

        ViewBuilder.CheckBase(run, keyspace, table, name);
        ViewSchema view = new ViewBuilder(run, table, statement).Build(TableOptions.Empty);
        TablePropertySet properties = TablePropertySet.Read(statement.Options, run);
        ViewSchema complete = view with { Options = Options(run, properties), Id = properties.Id };
        NameRules.CheckTable(keyspaceName, name, run);
        Guardrails.Check(
            run, run.Features.ViewsPerTable, keyspace.ViewsOf(table.Name).Count() + 1,
            $"Tables cannot have more materialized views than configured, aborting the creation of materialized view {name}, which exceeds");
        if (!run.IsScylla)
        {
            run.Warn("Materialized views are experimental and are not recommended for production use.");
        }

        return run.Changed(keyspace.With(complete), complete.Reference);
    }

    public static SchemaResult Alter(StatementRun run, AlterMaterializedViewStatement statement)
    {
        string name = statement.View.Name;
        string keyspaceName = run.KeyspaceOf(statement.View);
        KeyspaceSchema? keyspace = run.Schema.FindKeyspace(keyspaceName);
        if (keyspace?.Views.Find(name) is not { } view)
        {
            return statement.IfExists ? run.Unchanged() : throw Missing(run, keyspaceName, name);
        }

        TablePropertySet properties = TablePropertySet.Read(statement.Options, run);
        properties.CheckKnown();
        if (properties.HasId)
        {
            throw Refusal.Config("Cannot alter table id.", "id");
        }

        TableOptions options = properties.ForAltered(view.Options);
        if (options.GcGraceSeconds == 0)
        {
            throw Refusal.Invalid(
                "Cannot alter gc_grace_seconds of a materialized view to 0, since this value is used to TTL undelivered updates. "
                + "Setting gc_grace_seconds too low might cause undelivered updates to expire before being replayed.",
                "gc_grace_seconds");
        }

        if (options.DefaultTimeToLive > 0)
        {
            throw Refusal.Invalid(
                "Forbidden default_time_to_live detected for a materialized view. Data in a materialized view always expire at the same time than "
                + "the corresponding data in the parent table. default_time_to_live must be set to zero, see CASSANDRA-12868 for more information",
                "default_time_to_live");
        }

        TableOptionRules.Validate(options, run);
        return options == view.Options ? run.Unchanged() : run.Changed(keyspace.With(view with { Options = options }), view.Reference);
    }

    public static SchemaResult Drop(StatementRun run, DropMaterializedViewStatement statement)
    {
        string name = statement.View.Name;
        string keyspaceName = run.KeyspaceOf(statement.View);
        KeyspaceSchema? keyspace = run.Schema.FindKeyspace(keyspaceName);
        if (keyspace?.Views.Find(name) is { } view)
        {
            return run.Changed(keyspace.WithoutView(name), view.Reference);
        }

        if (run.IsScylla && keyspace?.Tables.ContainsKey(name) == true)
        {
            throw Refusal.Invalid("Cannot use DROP MATERIALIZED VIEW on Table", name);
        }

        return statement.IfExists ? run.Unchanged() : throw Missing(run, keyspaceName, name);
    }

    private static TableSchema BaseTable(StatementRun run, KeyspaceSchema keyspace, CreateMaterializedViewStatement statement)
    {
        string name = statement.BaseTable.Name;
        if (keyspace.Tables.Find(name) is { } table)
        {
            return table;
        }

        throw keyspace.Views.ContainsKey(name) && run.IsScylla
            ? Refusal.Invalid("Materialized views cannot be created against other materialized views", name)
            : Refusal.Invalid(run.IsScylla ? $"unconfigured table {name}" : $"Base table '{name}' doesn't exist", name);
    }

    private static TableOptions Options(StatementRun run, TablePropertySet properties)
    {
        properties.CheckKnown();
        TableOptions options = properties.ForNew();
        if (options.DefaultTimeToLive > 0)
        {
            throw Refusal.Invalid(
                "Cannot set default_time_to_live for a materialized view. Data in a materialized view always expire at the same time than "
                + "the corresponding data in the parent table.",
                "default_time_to_live");
        }

        TableOptionRules.Validate(options, run);
        return options;
    }

    private static Refusal Missing(StatementRun run, string keyspace, string name) => Refusal.Invalid(
        run.IsScylla
            ? $"Cannot drop non existing materialized view '{name}' in keyspace '{keyspace}'."
            : $"Materialized view '{keyspace}.{name}' doesn't exist",
        name);
}
