using System.Linq;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>ALTER TABLE … WITH.</summary>
internal static class TableOptionChanges
{
    public static KeyspaceSchema Apply(StatementRun run, KeyspaceSchema keyspace, TableSchema table, TablePropertySet properties)
    {
        properties.CheckKnown();
        if (properties.HasId)
        {
            throw Refusal.Config("Cannot alter table id.", "id");
        }

        TableOptions options = properties.ForAltered(table.Options);
        if (table.IsCounter && options.DefaultTimeToLive > 0)
        {
            throw Refusal.Invalid("Cannot set default_time_to_live on a table with counters", "default_time_to_live");
        }

        bool views = keyspace.ViewsOf(table.Name).Any();
        if (views && options.GcGraceSeconds == 0)
        {
            throw Refusal.Invalid(
                "Cannot alter gc_grace_seconds of the base table of a materialized view to 0, since this value is used to TTL undelivered updates. "
                + "Setting gc_grace_seconds too low might cause undelivered updates to expire before being replayed.",
                "gc_grace_seconds");
        }

        if (views && options.DefaultTimeToLive > 0 && run.IsScylla)
        {
            throw Refusal.Invalid(
                "Cannot set default_time_to_live on a base table with materialized views", "default_time_to_live");
        }

        TableOptionRules.Validate(options, run);
        CheckCdc(run, properties, options);
        TableSchema after = table with { Options = options };
        ScyllaTableRules.Check(run, keyspace, after);
        return options == table.Options ? keyspace : keyspace.With(after);
    }

    private static void CheckCdc(StatementRun run, TablePropertySet properties, TableOptions options)
    {
        if (run.IsScylla && properties.Has("cdc") && options.Values.Find("cdc")?.Map?.ContainsKey("enabled") != true)
        {
            throw Refusal.Invalid("Altering CDC options requires specifying 'enabled' option", "cdc");
        }
    }
}
