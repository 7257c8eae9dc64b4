using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Drift;
using ScyllaMigrations.Execution;

namespace ScyllaMigrations.Health;

/// <summary>What is worth doing, from what was found: each with why and the command that does it.</summary>
internal sealed class Recommender
{
    private readonly SchemaStatus _status;
    private readonly Situation _situation;
    private readonly ValidationResult _validation;
    private readonly ClusterCapabilities _capabilities;
    private readonly List<Recommendation> _found = [];

    public Recommender(SchemaStatus status, Situation situation, ValidationResult validation, ClusterCapabilities capabilities)
    {
        _status = status;
        _situation = situation;
        _validation = validation;
        _capabilities = capabilities;
    }

    public IReadOnlyList<Recommendation> Recommend()
    {
        Urgent();
        Wise();
        Hints();
        return _found;
    }

    private void Urgent()
    {
        if (_situation.Snapshot.BrokenFrom is { } entry)
        {
            Add("Critical", "Find out who changed the history", $"entry {entry} of {_situation.Tables.History} does not carry the hash it was written with, or later ones are gone", "migration-cli history");
        }

        if (_situation.Snapshot.Interrupted is { } run)
        {
            Add("Critical", "Finish the interrupted run", $"run {run.Entry} to {run.Target ?? "none"} stopped on its way, so the schema lies between two versions", run.Direction == Planning.PlanDirection.Up ? "migration-cli migrate" : $"migration-cli rollback --to {run.Target ?? "none"}");
        }

        if (!_status.Compatible)
        {
            Add("Critical", "Bring schema and program together", _status.Message, "migration-cli status");
        }

        if (_validation.Differences.Count > 0)
        {
            Add("Critical", "Look at the drift", $"{_validation.Differences.Count} difference(s) between the live schema and the migrations, the first: {_validation.Differences[0].Message}", "migration-cli drift");
        }

        foreach (CheckOutcome check in _validation.Checks.Where(check => !check.Passed))
        {
            Add("Critical", $"Look at what {check.Source} checks", check.Message, "migration-cli validate");
        }
    }

    private void Wise()
    {
        if (_status.PendingCount > 0)
        {
            string risk = _status.Pending.Any(migration => migration.Risk == "High") ? " At least one carries a high risk." : string.Empty;
            Add("Warning", "Apply what is pending", $"{_status.PendingCount} migration(s) wait, up to {_status.Pending[_status.PendingCount - 1].Version}.{risk}", risk.Length == 0 ? "migration-cli migrate" : "migration-cli plan");
        }

        if (!_status.SchemaAgreement)
        {
            Add("Warning", "Wait for schema agreement", "the nodes do not agree on the schema; changes on top of that can be lost", "nodetool describecluster");
        }

        List<ClusterHost> down = [.. _capabilities.Hosts.Where(host => !host.IsUp)];
        if (down.Count > 0)
        {
            Add("Warning", "Bring all nodes up", $"down: {string.Join(", ", down.Select(host => host.Address))}; they miss what changes now until they come back", "nodetool status");
        }

        int adopted = _situation.History.Applied.Count(entry => entry.Checksum is null && entry.Kind == Migrations.MigrationKind.Versioned);
        if (adopted > 0)
        {
            Add("Warning", "Prove the versions taken over", $"{adopted} version(s) were applied by another program, their checksums are unknown", "migration-cli validate");
        }
    }

    private void Hints()
    {
        if (_situation.Live.FindKeyspace(_situation.Keyspace) is { } keyspace)
        {
            Replication(keyspace);
        }

        if (_status.MinimumVersion is null && _status.LatestVersion is not null)
        {
            Add("Hint", "Name the least version that the program works with", "without it a program starts on any older schema", "set \"minimumVersion\" in scylla-migrations.json");
        }

        if (_situation.History.Applied.Count > 0 && _status.PendingCount > 0)
        {
            Add("Hint", "Write a backup first", "schema and history in one file cost nothing and make every way back shorter", "migration-cli backup");
        }
    }

    private void Replication(KeyspaceSchema keyspace)
    {
        int nodes = _capabilities.Hosts.Count;
        if (keyspace.Replication.Class == "SimpleStrategy" && nodes > 1)
        {
            Add("Warning", "Use NetworkTopologyStrategy", $"keyspace {keyspace.Name} uses SimpleStrategy, which ignores racks and data centres", $"ALTER KEYSPACE {keyspace.Name} WITH replication = {{'class': 'NetworkTopologyStrategy', '{_capabilities.LocalDataCenter}': 3}}");
        }

        int least = keyspace.Replication.Options.Values.Select(factor => int.TryParse(factor, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 3).DefaultIfEmpty(3).Min();
        if (nodes >= 3 && least < 3)
        {
            Add("Warning", "Keep three replicas", $"keyspace {keyspace.Name} has {least} replica(s) of each row on {nodes} nodes: history and lease cannot be reached while one of them is down", "nodetool status " + keyspace.Name);
        }
    }

    private void Add(string severity, string title, string why, string command) => _found.Add(new Recommendation
    {
        Cluster = _status.Cluster,
        Path = _status.Path,
        Keyspace = _status.Keyspace,
        Rank = _found.Count + 1,
        Severity = severity,
        Title = title,
        Why = why,
        Command = command,
    });
}
