using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Execution;

namespace ScyllaMigrations.Drift;

/// <summary>Writes the live schema of a keyspace as canonical CQL, without the tool's own tables.</summary>
internal static class SchemaExporter
{
    public static SchemaExport Export(ClusterAccess access, PlanSource plans, Situation situation) => new()
    {
        Cluster = access.Cluster.Name,
        Path = plans.Catalog.Path,
        Keyspace = plans.Keyspace,
        Version = situation.History.Current?.ToString(),
        Cql = Write(access, situation),
        ExportedAt = access.Clock.UtcNow.UtcDateTime,
    };

    /// <summary>The keyspace as CQL.</summary>
    /// <exception cref="MigrationException">ConfigurationInvalid: there is no such keyspace.</exception>
    public static string Write(ClusterAccess access, Situation situation) => situation.Live.FindKeyspace(situation.Keyspace) is { } keyspace
        ? SchemaWriter.Write(keyspace, new SchemaWriterOptions { Dialect = access.Capabilities.Dialect })
        : throw new MigrationException(ErrorCodes.ConfigurationInvalid, $"keyspace {situation.Keyspace} does not exist on {access.Cluster.Name}") { Subject = situation.Keyspace };
}
