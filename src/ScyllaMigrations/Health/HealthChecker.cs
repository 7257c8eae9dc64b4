using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Drift;
using ScyllaMigrations.Execution;

namespace ScyllaMigrations.Health;

/// <summary>Looks at everything that migrations depend on, and gives each a verdict with its reason.</summary>
internal sealed class HealthChecker
{
    public const string Healthy = "Healthy";
    public const string Degraded = "Degraded";
    public const string Unhealthy = "Unhealthy";

    private readonly ClusterAccess _access;
    private readonly PlanSource _plans;

    public HealthChecker(ClusterAccess access, PlanSource plans)
    {
        _access = access;
        _plans = plans;
    }

    public async Task<HealthReport> CheckAsync(Situation situation, CancellationToken cancellationToken)
    {
        TimeSpan start = _access.Clock.Monotonic;
        SchemaStatus status = await new StatusReader(_access, _plans).ReadAsync(situation, cancellationToken).ConfigureAwait(false);
        ValidationResult validation = await new Validator(_access, _plans).ValidateAsync(situation, cancellationToken).ConfigureAwait(false);
        return Judge(situation, status, validation, start);
    }

    /// <summary>The verdicts over what was read already.</summary>
    public HealthReport Judge(Situation situation, SchemaStatus status, ValidationResult validation, TimeSpan start)
    {
        List<HealthFinding> findings =
        [
            Version(status),
            Pending(status),
            Interrupted(situation),
            Validity(validation),
            Chain(situation),
            Projected(situation),
            Agreement(status),
            LeaseOf(status, situation),
            .. Nodes(),
        ];
        HealthFinding worst = findings.OrderByDescending(finding => Rank(finding.Status)).First();
        return new HealthReport
        {
            Cluster = _access.Cluster.Name,
            Path = _plans.Catalog.Path,
            Keyspace = _plans.Keyspace,
            Status = worst.Status,
            Healthy = worst.Status != Unhealthy,
            Message = worst.Status == Healthy ? "all is well" : worst.Message,
            Checks = findings,
            CheckedAt = _access.Clock.UtcNow.UtcDateTime,
            DurationSeconds = (_access.Clock.Monotonic - start).TotalSeconds,
        };
    }

    private static HealthFinding Version(SchemaStatus status) => status.Compatible
        ? Good("version", $"the schema is at {status.CurrentVersion ?? "no version"}, supported is {status.LatestVersion ?? "none"}")
        : Bad("version", Unhealthy, status.Message, "Migrate the schema, or use a program that fits it.");

    private static HealthFinding Pending(SchemaStatus status) => status.PendingCount == 0
        ? Good("pending", "no migration is pending")
        : Bad("pending", Degraded, $"{status.PendingCount} migration(s) pending: {string.Join(", ", status.Pending.Select(migration => migration.Version).Take(5))}", "migration-cli migrate");

    private static HealthFinding Interrupted(Situation situation) => situation.Snapshot.Interrupted is { } run
        ? Bad("runs", Degraded, $"run {run.Entry} to {run.Target ?? "none"} is not finished", "migration-cli migrate")
        : Good("runs", "no run was interrupted");

    private static HealthFinding Validity(ValidationResult validation) => validation.Valid
        ? Good("drift", validation.Message)
        : Bad("drift", Unhealthy, validation.Message, "migration-cli drift");

    private static HealthFinding Chain(Situation situation) => situation.Snapshot.BrokenFrom is { } entry
        ? Bad("history", Unhealthy, $"entry {entry} of {situation.Tables.History} is not as it was written, or entries after it are gone", "migration-cli repair")
        : Good("history", $"{situation.History.Entries.Count} entries, chain intact");

    private static HealthFinding Projected(Situation situation)
    {
        IReadOnlyList<ProjectedVersion> wanted = Projection.Wanted(situation.History);
        bool follows = situation.Snapshot.LastEntry == 0 || (wanted.Count == situation.Projected.Count && wanted.All(row => situation.Projected.Any(other => other.Shows(row))));
        return follows
            ? Good("projection", "schema_version shows what history says")
            : Bad("projection", Degraded, $"{situation.Tables.Projection} does not show what history says", "migration-cli migrate");
    }

    private static HealthFinding Agreement(SchemaStatus status) => status.SchemaAgreement
        ? Good("agreement", "all nodes that are up agree on the schema")
        : Bad("agreement", Degraded, "the nodes do not agree on the schema", "Wait a minute; then look at the node that stands apart with 'nodetool describecluster'.");

    private HealthFinding LeaseOf(SchemaStatus status, Situation situation) => status.LeaseHolder is null
        ? Good("lease", "nobody holds the lease")
        : Bad(
            "lease",
            Degraded,
            $"the lease on {situation.Keyspace} is held by {status.LeaseHolder}",
            $"Wait for that run. A holder that died is taken over after {_access.Options.LeaseTime.TotalSeconds:0.###} s.");

    private IEnumerable<HealthFinding> Nodes()
    {
        IReadOnlyList<ClusterHost> hosts = _access.Capabilities.Hosts;
        List<ClusterHost> down = [.. hosts.Where(host => !host.IsUp)];
        yield return down.Count == 0
            ? Good("nodes", $"{Math.Max(hosts.Count, 1)} node(s) up")
            : Bad("nodes", Degraded, "down: " + string.Join(", ", down.Select(host => host.Address)), "Bring the nodes back before the schema changes.");
        List<string> releases = [.. hosts.Select(host => host.ReleaseVersion).Distinct()];
        if (releases.Count > 1)
        {
            yield return Bad("versions", Degraded, "the nodes run different versions: " + string.Join(", ", releases), "Finish the upgrade before the schema changes.");
        }
    }

    private static int Rank(string status) => status switch
    {
        Unhealthy => 2,
        Degraded => 1,
        _ => 0,
    };

    private static HealthFinding Good(string name, string message) => new() { Name = name, Status = Healthy, Message = message, Remedy = null };

    private static HealthFinding Bad(string name, string status, string message, string remedy) => new() { Name = name, Status = status, Message = message, Remedy = remedy };
}
