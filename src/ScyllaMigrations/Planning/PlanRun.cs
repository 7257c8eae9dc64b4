using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Planning;

/// <summary>The making of one plan: simulates scripts in their order, gathers findings and steps.</summary>
internal sealed class PlanRun
{
    private readonly PlanInput _input;
    private readonly List<Finding> _findings;
    private readonly PlanBuilder _builder;
    private readonly Dictionary<string, string> _variables;
    private SchemaSimulation _simulation;

    public PlanRun(PlanInput input, IReadOnlyList<Finding> findings)
    {
        _input = input;
        _findings = [.. findings];
        _builder = new PlanBuilder(input);
        _variables = ScriptVariables.Of(input.Variables, input.Keyspace, input.Replication);
        _simulation = Simulate(input.Schema);
    }

    /// <summary>Adds the up scripts of migrations, the creation of the keyspace first.</summary>
    public void Apply(IReadOnlyList<Migration> migrations)
    {
        ParsedMigrationScript[] scripts = [.. migrations.Select(migration => _simulation.Parse(migration, migration.Up))];
        ParsedStatement? first = CreateKeyspace(scripts);
        foreach (ParsedMigrationScript script in scripts)
        {
            foreach (ParsedStatement parsed in script.Statements)
            {
                if (!ReferenceEquals(parsed, first) && _simulation.Run(script, parsed) is { } statement)
                {
                    _builder.Add(statement);
                }
            }

            _builder.Complete(script.Migration);
            CheckScriptRules.Check(script.Migration, _simulation);
        }
    }

    /// <summary>Adds the down scripts of migrations.</summary>
    public void Undo(IReadOnlyList<Migration> migrations)
    {
        foreach (Migration migration in migrations)
        {
            foreach (SimulatedStatement statement in _simulation.Run(_simulation.Parse(migration, migration.Down!)))
            {
                _builder.Add(statement);
            }

            _builder.Complete(migration);
        }
    }

    /// <summary>The plan.</summary>
    /// <exception cref="MigrationException">MigrationsInvalid: something is wrong; the findings name every fault.</exception>
    public MigrationPlan Finish(PlanDirection direction, MigrationVersion? from, MigrationVersion? to, IReadOnlyList<Migration> migrations)
    {
        _findings.AddRange(_simulation.Findings);
        if (_findings.Any(finding => finding.Severity == FindingSeverity.Error))
        {
            throw CatalogRules.Invalid(_findings);
        }

        ValueList<PlanStep> steps = _builder.Steps;
        return new MigrationPlan
        {
            Keyspace = _input.Keyspace,
            Dialect = _input.Dialect.Name,
            Direction = direction,
            From = from,
            To = to,
            Steps = steps,
            Migrations = ValueList.From(migrations),
            CompletedBefore = _builder.CompletedBefore,
            SchemaBefore = _input.Schema,
            SchemaAfter = _simulation.Schema,
            Warnings = ValueList.From(_findings),
            Hash = PlanHash.Compute(_input.Keyspace, direction, from, to, migrations, steps),
        };
    }

    private ParsedStatement? CreateKeyspace(ParsedMigrationScript[] scripts)
    {
        if (scripts.Length == 0 || _input.Schema.FindKeyspace(_input.Keyspace) is not null)
        {
            return null;
        }

        foreach (ParsedMigrationScript script in scripts)
        {
            ParsedStatement? create = script.Statements.FirstOrDefault(parsed => parsed.Statement is CreateKeyspaceStatement statement && statement.Name == _input.Keyspace);
            if (create is not null)
            {
                if (_simulation.Run(script, create) is { } statement)
                {
                    _builder.Add(statement);
                }

                return create;
            }
        }

        CreateConfigured(scripts[0].Migration);
        return null;
    }

    private void CreateConfigured(Migration first)
    {
        if (_input.Replication is null)
        {
            throw new MigrationException(ErrorCodes.ReplicationNotGiven, $"The keyspace '{_input.Keyspace}' does not exist, no migration creates it, and no replication is configured.") { Subject = _input.Keyspace };
        }

        string cql = $"CREATE KEYSPACE {CqlIdentifier.Quote(_input.Keyspace)} WITH replication = {_input.Replication}";
        CreateKeyspaceStatement statement;
        try
        {
            statement = (CreateKeyspaceStatement)CqlParser.ParseStatement(cql, _input.Dialect);
        }
        catch (CqlParseException exception)
        {
            throw new MigrationException(ErrorCodes.ConfigurationInvalid, $"The configured replication is not valid CQL: {exception.Message}", inner: exception) { Subject = "replication" };
        }

        SchemaResult result = SchemaEngine.Apply(_input.Schema, statement, _input.Context);
        if (result.Error is { } error)
        {
            throw new MigrationException(ErrorCodes.ConfigurationInvalid, $"The keyspace '{_input.Keyspace}' cannot be created with the configured replication {_input.Replication}: {error.Message}") { Subject = "replication" };
        }

        _builder.AddKeyspace(first, statement, cql, result);
        _findings.AddRange(_simulation.Findings);
        _simulation = Simulate(result.Schema);
    }

    private SchemaSimulation Simulate(ClusterSchema schema) => new(schema, _input.Context, _variables)
    {
        // Only without history can a CREATE of this keyspace have been sent before, by a run that died right after it.
        AcceptsExistingKeyspace = _input.History.Entries.Count == 0,
    };
}
