using System.Linq;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Planning;

/// <summary>What must hold for a check script at its place in the chain.</summary>
internal static class CheckScriptRules
{
    /// <summary>Parses a migration's check script on the schema that the simulation has reached; faults go to the simulation's findings.</summary>
    /// <param name="migration">The migration.</param>
    /// <param name="simulation">The simulation.</param>
    public static void Check(Migration migration, SchemaSimulation simulation)
    {
        if (migration.Check is null)
        {
            return;
        }

        ParsedMigrationScript script = simulation.Parse(migration, migration.Check);
        foreach (ParsedStatement parsed in script.Statements.Where(parsed => parsed.Statement is not null))
        {
            if (parsed.Statement is SelectStatement)
            {
                simulation.Run(script, parsed);
            }
            else
            {
                simulation.Findings.Add(script.FindingAt(parsed, null, FindingIds.CheckNotSelect, FindingSeverity.Error, $"A check script reads only; {parsed.Statement!.Kind} has no place in it."));
            }
        }
    }
}
