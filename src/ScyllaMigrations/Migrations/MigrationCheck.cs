using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Cql.Schema;

namespace ScyllaMigrations.Migrations;

/// <summary>A check in code, run after the migration.</summary>
/// <param name="session">A session that refuses everything but reading.</param>
/// <param name="schema">The live schema of the keyspace.</param>
/// <param name="cancellationToken">Ends it.</param>
/// <returns>Null when all is well, else what is wrong.</returns>
public delegate Task<string?> MigrationCheck(ICqlSession session, KeyspaceSchema schema, CancellationToken cancellationToken);
