using System;
using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Planning;

namespace ScyllaMigrations.Execution;

/// <summary>When not to start. Each refusal has a name by which it can be overridden with a reason; losing data has its own consent.</summary>
internal sealed class Refusals
{
    public const string Drift = "drift";
    public const string MixedVersions = "mixed-versions";
    public const string Clock = "clock";

    private readonly ClusterAccess _access;
    private readonly RunGoal _goal;
    private readonly Action<string> _warn;

    public Refusals(ClusterAccess access, RunGoal goal, Action<string> warn)
    {
        _access = access;
        _goal = goal;
        _warn = warn;
    }

    /// <summary>The names of all that can be overridden.</summary>
    public static IReadOnlyList<string> Names { get; } = [Drift, MixedVersions, Clock, OutcomeChoice.Applied, OutcomeChoice.NotApplied];

    /// <summary>Refuses a plan that is not the approved one, or that loses data without consent.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="consented">The hash of a plan that was consented to when it began; null for none.</param>
    public void CheckPlan(MigrationPlan plan, string? consented)
    {
        if (_goal.ApprovedPlanHash is { } approved && approved != plan.Hash)
        {
            throw new MigrationException(ErrorCodes.PlanChanged, $"the plan is no longer the approved one: its hash is {plan.Hash}, approved was {approved}. Nothing was sent.");
        }

        if (!plan.LosesData || _goal.AllowDataLoss || _goal.ApprovedPlanHash is not null || consented == plan.Hash)
        {
            return;
        }

        List<Finding> losses = [.. plan.Steps.Where(step => step.Loss != DataLoss.None).Select(step => new Finding(
            "DataLoss", FindingSeverity.Error, $"{(step.Loss == DataLoss.Certain ? "loses data" : "may lose data")}{(step.Reason is null ? string.Empty : ": " + step.Reason)}")
        {
            File = step.File,
            Line = step.Line,
            Column = 1,
        })];
        throw new MigrationException(
            ErrorCodes.DataLossRefused,
            $"{losses.Count} of {plan.Steps.Count} statements lose data, and nobody consented. Nothing was sent.\n" + string.Join("\n", losses) + $"\nThe plan's hash is {plan.Hash}.",
            losses);
    }

    /// <summary>Refuses a cluster in the middle of an upgrade; warns of nodes that are down.</summary>
    public void CheckCluster()
    {
        IReadOnlyList<ClusterHost> hosts = _access.Capabilities.Hosts;
        List<IGrouping<string, ClusterHost>> releases = [.. hosts.GroupBy(host => MajorMinor(host.ReleaseVersion)).OrderBy(group => group.Key, StringComparer.Ordinal)];
        if (releases.Count > 1)
        {
            Refuse(
                MixedVersions,
                "the nodes run different versions: " + string.Join("; ", releases.Select(group => $"{group.Key} on {string.Join(", ", group.Select(host => host.Address))}"))
                    + "\nSchema changes in the middle of an upgrade can be lost. Finish the upgrade first.");
        }
        else if (hosts.Select(host => host.ReleaseVersion).Distinct().Count() > 1)
        {
            _warn("the nodes run different patch releases: " + string.Join(", ", hosts.Select(host => $"{host.Address} {host.ReleaseVersion}")));
        }

        List<ClusterHost> down = [.. hosts.Where(host => !host.IsUp)];
        if (down.Count > 0)
        {
            _warn("down: " + string.Join(", ", down.Select(host => host.Address)) + ". What changes now reaches them when they come back.");
        }
    }

    /// <summary>Refuses a plan that touches objects which are not as the applied migrations left them; warns of others.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="drifted">The objects whose live form is not the predicted one.</param>
    public void CheckDrift(MigrationPlan plan, IReadOnlyList<SchemaObject> drifted)
    {
        HashSet<SchemaObject> touched = [.. plan.Steps.SelectMany(step => step.Changes).Select(change => change.Object)];
        List<SchemaObject> refused = [.. drifted.Where(touched.Contains)];
        List<SchemaObject> others = [.. drifted.Where(drift => !touched.Contains(drift))];
        if (refused.Count > 0)
        {
            Refuse(
                Drift,
                $"the plan touches what somebody changed beside the migrations: {string.Join(", ", refused)}\n"
                    + "'migration-cli drift' shows the difference. Record it as a migration or undo it.");
        }

        if (others.Count > 0)
        {
            _warn($"changed beside the migrations, and not touched by this plan: {string.Join(", ", others)}");
        }
    }

    /// <summary>Refuses, or warns where the refusal is overridden.</summary>
    /// <exception cref="MigrationException">ConsentNeeded.</exception>
    public void Refuse(string name, string message)
    {
        if (_goal.Overrides.TryGetValue(name, out string? reason))
        {
            _warn($"{message}\n(overridden: {reason})");
            return;
        }

        throw new MigrationException(ErrorCodes.ConsentNeeded, $"{message}\nNothing was sent. To go on all the same, override '{name}' with a reason.") { Subject = name };
    }

    private static string MajorMinor(string release)
    {
        string[] parts = release.Split('.');
        return parts.Length < 2 ? release : parts[0] + "." + parts[1];
    }
}
