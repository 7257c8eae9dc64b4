using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Execution;

/// <summary>What a run found and left.</summary>
/// <param name="Before">The situation before it.</param>
/// <param name="Live">The live schema after it.</param>
/// <param name="History">The history after it.</param>
internal sealed record RunOutcome(Situation Before, ClusterSchema Live, MigrationHistory History);
