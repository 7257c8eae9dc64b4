using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Drift;
using ScyllaMigrations.Migrations;
using ScyllaMigrations.Planning;

namespace ScyllaMigrations.Execution;

/// <summary>Runs the checks of migrations: each SELECT of a check script must return a row, each check in code must find nothing wrong.</summary>
internal sealed class CheckRunner
{
    private readonly ClusterAccess _access;
    private readonly PlanSource _plans;

    public CheckRunner(ClusterAccess access, PlanSource plans)
    {
        _access = access;
        _plans = plans;
    }

    /// <summary>Runs the checks; those of tables that a later migration dropped are left out.</summary>
    public async Task<IReadOnlyList<CheckOutcome>> RunAsync(IEnumerable<Migration> migrations, ClusterSchema live, CancellationToken cancellationToken)
    {
        ReadOnlySession session = new(_access.Session, _access.Capabilities.Dialect, _plans.Keyspace);
        List<CheckOutcome> outcomes = [];
        foreach (Migration migration in migrations)
        {
            if (migration.Check is { } script)
            {
                ParsedMigrationScript parsed = ParsedMigrationScript.Parse(migration, script, _plans.Variables, _access.Capabilities.Dialect);
                foreach (ParsedStatement statement in parsed.Statements.Where(statement => IsCurrent(statement, live)))
                {
                    string source = $"{script.Source.Path}:{parsed.Prepared.OriginalPosition(statement.Span.Start).Line}";
                    outcomes.Add(await RunAsync(migration, source, statement.TextToSend.Trim(), session, cancellationToken).ConfigureAwait(false));
                }
            }

            if (migration.CheckDelegate is { } check && live.FindKeyspace(_plans.Keyspace) is { } keyspace)
            {
                string? wrong = await check(session, keyspace, cancellationToken).ConfigureAwait(false);
                outcomes.Add(Outcome(migration, "code", wrong is null, wrong ?? "passed"));
            }
        }

        return outcomes;
    }

    private bool IsCurrent(ParsedStatement statement, ClusterSchema live) =>
        statement.Statement is SelectStatement { Table: { } table }
        && (live.FindTable(table.Keyspace ?? _plans.Keyspace, table.Name) is not null
            || live.FindKeyspace(table.Keyspace ?? _plans.Keyspace)?.Views.ContainsKey(table.Name) == true
            || table.Keyspace?.StartsWith("system", System.StringComparison.Ordinal) == true);

    private static async Task<CheckOutcome> RunAsync(Migration migration, string source, string cql, ReadOnlySession session, CancellationToken cancellationToken)
    {
        try
        {
            CqlResult result = await session.ExecuteAsync(new CqlRequest(cql) { Idempotent = true, Consistency = migration.Settings.Consistency }, cancellationToken).ConfigureAwait(false);
            return Outcome(migration, source, result.Rows.Count > 0, result.Rows.Count > 0 ? "passed" : "returned no row");
        }
        catch (CqlServerException exception)
        {
            return Outcome(migration, source, passed: false, exception.Message);
        }
    }

    private static CheckOutcome Outcome(Migration migration, string source, bool passed, string message) =>
        new() { Version = migration.Label, Source = source, Passed = passed, Message = message };
}
