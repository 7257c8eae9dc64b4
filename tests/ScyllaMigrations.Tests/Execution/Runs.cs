using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Embedded;
using ScyllaMigrations.Execution;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Tests.Execution;

/// <summary>Short ways to clusters, catalogs and managers.</summary>
internal static class Runs
{
    public const string CreateKeyspace = "CREATE KEYSPACE shop WITH replication = {'class': 'NetworkTopologyStrategy', 'datacenter1': 1};\n";

    public static MigrationCatalog Catalog(params (string Version, string Up)[] migrations) => Catalog(migrations.Select(m => Migration(m.Version, m.Up)).ToArray());

    public static MigrationCatalog Catalog(params Migration[] migrations) => MigrationCatalog.FromMigrations(migrations);

    public static Migration Migration(string version, string up, string? down = null, string? check = null)
    {
        MigrationBuilder builder = MigrationBuilder.Versioned(version, "change " + version).Up(up);
        builder = down is null ? builder : builder.Down(down);
        return (check is null ? builder : builder.Check(check)).Build();
    }

    public static FaultyCluster Cluster() => new(EmbeddedCluster.InMemory());

    public static MigrationManager Manager(ICluster cluster, MigrationCatalog catalog, MigrationManagerOptions? options = null) =>
        new(cluster, catalog, (options ?? new MigrationManagerOptions()) with { Keyspace = "shop", Actor = "ann", Host = "box", ToolVersion = "1.2.3" });

    public static async Task<IReadOnlyList<CqlRow>> QueryAsync(this ICluster cluster, string cql, params object?[] values) =>
        (await cluster.Session.ExecuteAsync(new CqlRequest(cql, values), default)).Rows;

    /// <summary>The statements of migrations that took effect, in order: neither reads nor the tool's own tables.</summary>
    public static IReadOnlyList<string> Migrated(this FaultyCluster cluster) =>
        [.. cluster.Sent.Select(request => request.Cql).Where(cql => !cql.StartsWith("SELECT", StringComparison.Ordinal) && !cql.Contains("migration_history", StringComparison.Ordinal) && !cql.Contains("schema_version", StringComparison.Ordinal))];
}
