using System;
using System.Collections.Generic;
using ScyllaMigrations.Cql.Collections;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>What CREATE and ALTER KEYSPACE say after WITH, with the defaults and expansions of the servers.</summary>
internal sealed class KeyspaceProperties
{
    private const string Factor = "replication_factor";
    private const string Topology = "NetworkTopologyStrategy";
    private readonly StatementRun _run;
    private readonly PropertySet _properties;
    private readonly PersistentMap<string, string>? _replication;
    private readonly PersistentMap<string, string>? _tablets;

    public KeyspaceProperties(ValueList<Property> options, StatementRun run)
    {
        _run = run;
        PropertySet properties = new(options, run.Dialect);
        properties.CheckKnown(name => name is "replication" or "durable_writes"
            || (run.IsScylla && (name is "storage" || (name is "tablets" && run.Dialect.Is(ServerProduct.Scylla, 6, 0))
                || (name is "consistency" && run.Dialect.Is(ServerProduct.Scylla, 2025, 4)))));
        _replication = properties.Map("replication");
        if (!run.IsScylla && _replication is { Count: > 0 } && !_replication.ContainsKey("class"))
        {
            throw Refusal.Config("Missing replication strategy class", "replication");
        }

        _properties = properties;
        Storage = properties.Map("storage");
        Consistency = properties.Text("consistency");
        _tablets = properties.Map("tablets");
    }

    public bool? DurableWrites => _properties.Boolean("durable_writes");

    public PersistentMap<string, string>? Storage { get; }

    public string? Consistency { get; }

    public ReplicationSchema NewReplication(string keyspace)
    {
        if (_replication is null && !_run.Dialect.Is(ServerProduct.Scylla, 2025, 4))
        {
            throw _run.IsScylla
                ? Refusal.Config("Missing mandatory replication strategy class", keyspace)
                : Refusal.Invalid("Missing mandatory option 'replication'", keyspace);
        }

        PersistentMap<string, string> options = _replication ?? PersistentMap<string, string>.Empty;
        if (!options.ContainsKey("class") && !_run.IsScylla)
        {
            throw Refusal.Server("replication = {} has no class, which the server answers with an internal error", "replication");
        }

        return Expand(ClassOf(options), options.Remove("class"), before: null);
    }

    public ReplicationSchema AlteredReplication(KeyspaceSchema before)
    {
        if (_replication is null || (_replication.Count == 0 && !_run.IsScylla))
        {
            return before.Replication;
        }

        string strategy = _replication.ContainsKey("class") ? ClassOf(_replication) : before.Replication.Class;
        PersistentMap<string, string> options = _replication.Remove("class");
        if (_run.IsScylla && UsesTablets(before) && options.ContainsKey(Factor))
        {
            throw Refusal.Invalid(
                "'replication_factor' tag is not allowed when executing ALTER KEYSPACE with tablets, please list the DCs explicitly", Factor);
        }

        return Expand(strategy, options, before);
    }

    public PersistentMap<string, string>? NewTablets(ReplicationSchema replication)
    {
        if (!_run.IsScylla || _tablets is not null)
        {
            return _tablets;
        }

        // Only NetworkTopologyStrategy gets tablets without being asked (ks_prop_defs.cc).
        return PersistentMap.OfText(("enabled", OptionText.Of(_run.Features.Tablets && replication.Class == Topology)));
    }

    public PersistentMap<string, string>? AlteredTablets(KeyspaceSchema before)
    {
        if (_tablets is not null && _tablets.TryGetValue("enabled", out string? enabled)
            && string.Equals(enabled, "true", StringComparison.OrdinalIgnoreCase) != UsesTablets(before))
        {
            throw Refusal.Invalid("Cannot alter replication strategy vnode/tablets flavor", "tablets");
        }

        return _tablets ?? before.Tablets;
    }

    public static bool UsesTablets(KeyspaceSchema keyspace) =>
        keyspace.Tablets?.Find("enabled") is { } text && string.Equals(text, "true", StringComparison.OrdinalIgnoreCase);

    private string ClassOf(PersistentMap<string, string> options)
    {
        string strategy = ClassNames.Short(options.Find("class") ?? Topology, "org.apache.cassandra.locator.");
        bool known = strategy is Topology or "SimpleStrategy" or "LocalStrategy" || strategy.Contains(".")
            || (_run.IsScylla && strategy is "EverywhereStrategy");
        if (!known)
        {
            throw Refusal.Config($"Unable to find replication strategy class 'org.apache.cassandra.locator.{strategy}'", "class");
        }

        return strategy is "LocalStrategy" && !_run.IsScylla
            ? throw Refusal.Invalid("Unable to use given strategy class: LocalStrategy is reserved for internal use.", "class")
            : strategy;
    }

    // NetworkTopologyStrategy turns 'replication_factor' into one factor per data centre; what the keyspace has already stays as it is.
    private ReplicationSchema Expand(string strategy, PersistentMap<string, string> options, KeyspaceSchema? before)
    {
        PersistentMap<string, string> given = before is not null && before.Replication.Class == strategy && strategy == Topology
            ? before.Replication.Options.Remove(Factor)
            : PersistentMap<string, string>.Empty;
        if (strategy == "SimpleStrategy" && !_run.IsScylla && !options.ContainsKey(Factor))
        {
            return new ReplicationSchema(strategy, options.Set(Factor, before?.Replication.Options.Find(Factor) ?? "1"));
        }

        if (strategy != Topology || _run.Context.Datacenters is not { Count: > 0 } datacenters)
        {
            return new ReplicationSchema(strategy, options);
        }

        string? factor = options.Find(Factor) ?? (options.Count == 0 && given.Count == 0 ? "1" : null);
        if (factor is null)
        {
            return new ReplicationSchema(strategy, options);
        }

        PersistentMap<string, string> expanded = options.Remove(Factor);
        foreach (KeyValuePair<string, string> old in given)
        {
            expanded = expanded.ContainsKey(old.Key) ? expanded : expanded.Set(old.Key, old.Value);
        }

        foreach (string datacenter in datacenters.Keys)
        {
            expanded = expanded.ContainsKey(datacenter) ? expanded : expanded.Set(datacenter, factor);
        }

        return new ReplicationSchema(strategy, expanded);
    }
}
