using System;
using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Collections;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Migrations;
using ScyllaMigrations.Planning;

namespace ScyllaMigrations.Linting;

/// <summary>Checks a whole catalog without a cluster: simulates the chain of migrations from nothing, each down and check script at its place, and applies the rules.</summary>
public sealed class CatalogLinter
{
    private readonly MigrationCatalog _catalog;
    private readonly CqlDialect _dialect;
    private readonly string _keyspace;
    private readonly Dictionary<string, string> _variables;
    private readonly List<Finding> _findings;
    private readonly Dictionary<string, FindingSeverity?> _severities;
    private int _statements;

    private CatalogLinter(
        MigrationCatalog catalog, CqlDialect dialect, string keyspace, Dictionary<string, string> variables, IReadOnlyDictionary<string, FindingSeverity?>? severities)
    {
        _catalog = catalog;
        _dialect = dialect;
        _keyspace = keyspace;
        _variables = variables;
        _findings = [.. catalog.Warnings];
        _severities = LintRules.All.ToDictionary(
            rule => rule.Name, rule => severities is not null && severities.TryGetValue(rule.Name, out FindingSeverity? severity) ? severity : rule.Severity, StringComparer.Ordinal);
    }

    /// <summary>Checks a catalog.</summary>
    /// <param name="catalog">The migrations.</param>
    /// <param name="dialect">The server to check for.</param>
    /// <param name="keyspace">The configured keyspace; null when the scripts say.</param>
    /// <param name="replication">The configured replication; null when not configured.</param>
    /// <param name="variables">Configured variables.</param>
    /// <param name="severities">Severity of rules by name where it differs from the rule's own; null as a value switches a rule off.</param>
    /// <exception cref="MigrationException">KeyspaceNotGiven: neither configuration nor scripts name one keyspace.</exception>
    public static LintResult Lint(
        MigrationCatalog catalog,
        CqlDialect dialect,
        string? keyspace,
        string? replication,
        IReadOnlyDictionary<string, string> variables,
        IReadOnlyDictionary<string, FindingSeverity?>? severities = null)
    {
        string resolved = KeyspaceRule.Resolve(keyspace, catalog, dialect, variables);
        CatalogLinter linter = new(catalog, dialect, resolved, ScriptVariables.Of(variables, resolved, replication), severities);
        ClusterSchema schema = linter.Run();
        bool valid = !linter._findings.Any(finding => finding.Severity == FindingSeverity.Error);
        return new LintResult
        {
            Path = catalog.Path,
            Keyspace = resolved,
            Dialect = dialect.Name,
            MigrationCount = catalog.Migrations.Count,
            StatementCount = valid ? linter._statements : 0,
            Schema = schema,
            Findings =
            [
                .. linter._findings.OrderByDescending(finding => finding.Severity).ThenBy(finding => finding.File, StringComparer.Ordinal)
                    .ThenBy(finding => finding.Line).ThenBy(finding => finding.Column),
            ],
        };
    }

    private ClusterSchema Run()
    {
        ClusterSchema schema = ClusterSchema.Empty;
        ParsedStatement? create = FindCreate(out Migration? creator);
        if (creator is null)
        {
            _statements += _catalog.Migrations.Count > 0 ? 1 : 0;

            // Made from configuration before the first migration; its replication has no part in any rule here.
            schema = schema.With(new KeyspaceSchema
            {
                Name = _keyspace,
                Replication = new ReplicationSchema("NetworkTopologyStrategy", PersistentMap<string, string>.Empty),
            });
        }
        else
        {
            schema = SchemaEngine.Apply(schema, create!.Statement!, new SchemaContext(_dialect)).Schema;
        }

        foreach (Migration migration in _catalog.Migrations)
        {
            schema = Run(migration, migration == creator ? create : null, schema);
        }

        return schema;
    }

    private ClusterSchema Run(Migration migration, ParsedStatement? create, ClusterSchema schema)
    {
        SchemaSimulation simulation = Simulate(schema);
        ParsedMigrationScript script = simulation.Parse(migration, migration.Up);
        List<SimulatedStatement> up = [];
        foreach (ParsedStatement parsed in script.Statements)
        {
            // It ran before all others, so that the keyspace is there.
            bool done = create is not null && parsed.Span == create.Span;
            if ((done ? Created(script, parsed, schema) : simulation.Run(script, parsed)) is { } statement)
            {
                up.Add(statement);
            }
        }

        CheckScriptRules.Check(migration, simulation);
        _findings.AddRange(simulation.Findings);
        LintedMigration linted = new()
        {
            Migration = migration,
            Dialect = _dialect,
            Keyspace = _keyspace,
            Up = up,
            Down = Part(migration, migration.Down, simulation.Schema, reports: true),
            Check = Part(migration, migration.Check, simulation.Schema, reports: false),
        };
        _statements += up.Count;
        Apply(linted);
        return simulation.Schema;
    }

    private List<SimulatedStatement> Part(Migration migration, MigrationScript? script, ClusterSchema schema, bool reports)
    {
        if (script is null)
        {
            return [];
        }

        SchemaSimulation simulation = Simulate(schema);
        List<SimulatedStatement> statements = simulation.Run(simulation.Parse(migration, script));
        if (reports)
        {
            _findings.AddRange(simulation.Findings);
        }

        return statements;
    }

    private void Apply(LintedMigration linted)
    {
        foreach (LintRule rule in LintRules.All)
        {
            if (_severities[rule.Name] is not { } severity || linted.Migration.Settings.Allowed.Any(allowed => allowed.Rule == rule.Name))
            {
                continue;
            }

            foreach (LintHit hit in rule.Check(linted).Where(hit => hit.Statement is null || !Allows(hit.Statement.Parsed, rule.Name)))
            {
                _findings.Add(hit.Statement is { } statement
                    ? statement.Finding(rule.Name, severity, hit.Message, hit.Subject)
                    : new Finding(rule.Name, severity, hit.Message) { File = linted.Migration.Up.Source.Path });
            }
        }

        foreach (AllowedRule allowed in linted.Migration.Settings.Allowed.Where(allowed => !_severities.ContainsKey(allowed.Rule)))
        {
            _findings.Add(new Finding("unknown-rule", FindingSeverity.Warning, $"@allow names '{allowed.Rule}', which is no rule; the rules are {string.Join(", ", _severities.Keys)}.")
            {
                File = linted.Migration.Up.Source.Path,
            });
        }
    }

    private ParsedStatement? FindCreate(out Migration? creator)
    {
        foreach (Migration migration in _catalog.Migrations.Where(migration => KeyspaceRule.MayCreateKeyspace(migration.Up.Source.Text)))
        {
            ParsedStatement? create = ParsedMigrationScript.Parse(migration, migration.Up, _variables, _dialect).Statements
                .FirstOrDefault(parsed => parsed.Statement is CreateKeyspaceStatement statement && statement.Name == _keyspace);
            if (create is not null)
            {
                creator = migration;
                return create;
            }
        }

        creator = null;
        return null;
    }

    private static bool Allows(ParsedStatement parsed, string rule) =>
        parsed.Annotations.Any(annotation => annotation.Name == "allow" && annotation.Argument.StartsWith(rule + " ", StringComparison.Ordinal));

    private SimulatedStatement? Created(ParsedMigrationScript script, ParsedStatement parsed, ClusterSchema schema)
    {
        SchemaSimulation simulation = Simulate(ClusterSchema.Empty);
        SimulatedStatement? statement = simulation.Run(script, parsed);
        _findings.AddRange(simulation.Findings);
        return statement is null ? null : statement with { Result = statement.Result with { Schema = schema } };
    }

    private SchemaSimulation Simulate(ClusterSchema schema) => new(schema, new SchemaContext(_dialect) { CurrentKeyspace = _keyspace }, _variables);
}
