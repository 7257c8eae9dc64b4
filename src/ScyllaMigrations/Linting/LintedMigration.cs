using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Migrations;
using ScyllaMigrations.Planning;

namespace ScyllaMigrations.Linting;

/// <summary>A migration with its statements at their places in the chain.</summary>
internal sealed record LintedMigration
{
    public required Migration Migration { get; init; }

    public required CqlDialect Dialect { get; init; }

    public required string Keyspace { get; init; }

    /// <summary>The up script's statements.</summary>
    public required IReadOnlyList<SimulatedStatement> Up { get; init; }

    /// <summary>The down script's statements; empty without one.</summary>
    public required IReadOnlyList<SimulatedStatement> Down { get; init; }

    /// <summary>The check script's statements; empty without one.</summary>
    public required IReadOnlyList<SimulatedStatement> Check { get; init; }

    /// <summary>All of them.</summary>
    public IEnumerable<SimulatedStatement> All => Up.Concat(Down).Concat(Check);
}
