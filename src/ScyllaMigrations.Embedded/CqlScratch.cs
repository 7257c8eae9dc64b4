using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Embedded;

/// <summary>Runs scripts on an empty cluster in memory, one statement after another, and tells of each what a server would say.</summary>
public static class CqlScratch
{
    /// <summary>Runs all statements in order; USE carries over from script to script, and after an error the next statement follows.</summary>
    /// <param name="scripts">The scripts, parsed in the cluster's dialect.</param>
    /// <param name="options">The cluster; null for one node of Cassandra 5.0 in <c>datacenter1</c>.</param>
    /// <param name="cancellationToken">Ends the run between two statements.</param>
    public static async Task<CqlScratchResult> RunAsync(
        IEnumerable<CqlScript> scripts, EmbeddedOptions? options, CancellationToken cancellationToken)
    {
        _ = scripts ?? throw new ArgumentNullException(nameof(scripts));
        EmbeddedCluster cluster = EmbeddedCluster.InMemory(options ?? new EmbeddedOptions { AnyDataCenter = false });
        List<CqlScratchVerdict> verdicts = [];
        foreach (CqlScript script in scripts)
        {
            foreach (ParsedStatement statement in script.Statements)
            {
                cancellationToken.ThrowIfCancellationRequested();
                verdicts.Add(await JudgeAsync(cluster, script, statement, cancellationToken).ConfigureAwait(false));
            }
        }

        CqlScratchResult result = new(verdicts, cluster.Schema);
        await cluster.DisposeAsync().ConfigureAwait(false);
        return result;
    }

    private static async Task<CqlScratchVerdict> JudgeAsync(
        EmbeddedCluster cluster, CqlScript script, ParsedStatement statement, CancellationToken cancellationToken)
    {
        CqlScratchVerdict verdict = new(script.Source, statement);
        if (statement.Skipped || (statement.Opaque && statement.Diagnostics.Count == 0))
        {
            return verdict with { Outcome = CqlScratchOutcome.NotRun };
        }

        if (statement.Diagnostics.Count > 0)
        {
            CqlDiagnostic first = statement.Diagnostics[0];
            return verdict with { Outcome = CqlScratchOutcome.Refused, Code = first.Code, Message = first.Message };
        }

        try
        {
            CqlResult result = await cluster.Session.ExecuteAsync(new CqlRequest(statement.TextToSend), cancellationToken).ConfigureAwait(false);
            return verdict with { Result = result };
        }
        catch (CqlServerException error)
        {
            return verdict with { Outcome = CqlScratchOutcome.Refused, Code = error.ServerCode, Message = error.Message, Subject = error.Subject };
        }
    }
}
