using System.Collections.Generic;
using System.Globalization;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>Which replication a server accepts, and what it warns of.</summary>
internal static class ReplicationRules
{
    private const string Factor = "replication_factor";

    public static void Check(KeyspaceSchema keyspace, StatementRun run)
    {
        ReplicationSchema replication = keyspace.Replication;
        bool simple = replication.Class == "SimpleStrategy";
        if (simple && !run.Features.SimpleStrategy)
        {
            throw Refusal.Invalid("SimpleStrategy is not allowed", "SimpleStrategy");
        }

        if (simple && run.IsScylla && !replication.Options.ContainsKey(Factor))
        {
            throw Refusal.Config("SimpleStrategy requires a replication_factor strategy option.", Factor);
        }

        foreach (KeyValuePair<string, string> option in replication.Options)
        {
            CheckOption(keyspace.Name, replication.Class, option.Key, run);
            CheckFactor(keyspace.Name, option.Key, option.Value, run);
        }

        if (simple && KeyspaceProperties.UsesTablets(keyspace))
        {
            throw Refusal.Config("SimpleStrategy doesn't support tablet replication", "tablets");
        }
    }

    /// <summary>ScyllaDB with tablets moves one replica in one data centre at a time (alter_keyspace_statement.cc).</summary>
    public static void CheckChange(KeyspaceSchema before, KeyspaceSchema after, StatementRun run)
    {
        if (!run.IsScylla || !KeyspaceProperties.UsesTablets(before))
        {
            return;
        }

        int moved = 0;
        foreach (KeyValuePair<string, string> old in before.Replication.Options)
        {
            if (!after.Replication.Options.ContainsKey(old.Key))
            {
                throw Refusal.Invalid($"Attempted to implicitly drop replicas in datacenter {old.Key}", old.Key);
            }
        }

        foreach (KeyValuePair<string, string> factor in after.Replication.Options)
        {
            bool numbers = int.TryParse(factor.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int now);
            numbers &= int.TryParse(before.Replication.Options.Find(factor.Key) ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out int was);
            moved += numbers && now != was ? System.Math.Abs(now - was) : 0;
        }

        if (moved > 1)
        {
            throw Refusal.Invalid("Only one DC's RF can be changed at a time and not by more than 1", Factor);
        }
    }

    private static void CheckOption(string keyspace, string strategy, string option, StatementRun run)
    {
        bool known = strategy switch
        {
            "SimpleStrategy" => option == Factor,
            "NetworkTopologyStrategy" => option == Factor || run.Context.OtherDatacenters || run.Context.Datacenters is not { } datacenters || datacenters.ContainsKey(option),
            _ => true,
        };
        if (!known)
        {
            throw Refusal.Config($"Unrecognized strategy option {{{option}}} passed to {strategy} for keyspace {keyspace}", option);
        }
    }

    private static void CheckFactor(string keyspace, string option, string text, StatementRun run)
    {
        if (text.Length > 0 && text[0] == '[' && run.IsScylla)
        {
            return;
        }

        if (text.Contains("/") && !run.IsScylla)
        {
            throw run.Features.TransientReplication
                ? Refusal.Config("Transient replication is not supported yet", option)
                : Refusal.Config("Transient replication is not enabled on this node", option);
        }

        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int factor))
        {
            throw Refusal.Config(
                run.IsScylla ? $"Replication factor must be numeric and non-negative, found '{text}'" : $"For input string: \"{text}\"", option);
        }

        if (factor < 0)
        {
            throw Refusal.Config($"Replication factor must be non-negative, found {text}", option);
        }

        WarnOfFactor(keyspace, option, factor, run);
    }

    private static void WarnOfFactor(string keyspace, string option, int factor, StatementRun run)
    {
        if (run.IsScylla || run.Context.OtherDatacenters || run.Context.Datacenters is not { } datacenters)
        {
            return;
        }

        string wanted = factor.ToString(CultureInfo.InvariantCulture);
        if (datacenters.TryGetValue(option, out int nodes) && factor > nodes)
        {
            run.Warn($"Your replication factor {wanted} for keyspace {keyspace} is higher than the number of nodes "
                + $"{nodes.ToString(CultureInfo.InvariantCulture)} for datacenter {option}");
        }
    }
}
