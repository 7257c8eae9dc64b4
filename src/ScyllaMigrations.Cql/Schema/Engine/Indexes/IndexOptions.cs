using System.Linq;
using ScyllaMigrations.Cql.Collections;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>What CREATE INDEX says after WITH.</summary>
internal static class IndexOptions
{
    public static (PersistentMap<string, string> Options, PersistentMap<string, OptionValue> View) Read(
        StatementRun run, CreateIndexStatement statement)
    {
        PropertySet properties = new(statement.Options, run.Dialect);
        PersistentMap<string, OptionValue> view = PersistentMap<string, OptionValue>.Empty;
        if (run.Dialect.Is(ServerProduct.Scylla, 2026, 1))
        {
            ValueList<Property> others = ValueList.From(statement.Options.Where(p => p.Name != "options"));
            TablePropertySet known = TablePropertySet.Read(others, run);
            known.CheckKnown();
            view = known.Given;
        }
        else
        {
            properties.CheckKnown(name => name == "options");
        }

        PersistentMap<string, string> options = properties.Map("options") ?? PersistentMap<string, string>.Empty;
        bool custom = statement.Custom || statement.Class is not null;
        if (!custom && options.Count > 0)
        {
            throw Refusal.Invalid("Cannot specify options for a non-CUSTOM index", "options");
        }

        foreach (string reserved in new[] { "class_name", "target" })
        {
            if (options.ContainsKey(reserved))
            {
                throw Refusal.Invalid($"Cannot specify {reserved} as a CUSTOM option", reserved);
            }
        }

        return (options, view);
    }
}
