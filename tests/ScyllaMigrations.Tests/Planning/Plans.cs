using System;
using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Migrations;
using ScyllaMigrations.Planning;

namespace ScyllaMigrations.Tests.Planning;

/// <summary>Short ways to catalogs, histories and schemas.</summary>
internal static class Plans
{
    public const string CreateKeyspace = "CREATE KEYSPACE k WITH replication = {'class': 'NetworkTopologyStrategy', 'dc1': 1};\n";

    public static MigrationCatalog Catalog(params (string Version, string Up)[] migrations) =>
        MigrationCatalog.FromMigrations(migrations.Select(migration => Migration(migration.Version, migration.Up)));

    public static Migration Migration(string version, string up, string? down = null, string? check = null)
    {
        MigrationBuilder builder = version.StartsWith("R:", StringComparison.Ordinal)
            ? MigrationBuilder.Repeatable(version[2..])
            : MigrationBuilder.Versioned(version, "change " + version);
        builder.Up(up);
        _ = down is null ? builder : builder.Down(down);
        _ = check is null ? builder : builder.Check(check);
        return builder.Build();
    }

    public static HistoryEntry Entry(int number, string version, string? checksum, HistoryAction action = HistoryAction.Applied) => new()
    {
        Entry = number,
        Action = action,
        Version = version,
        Description = "change " + version,
        Kind = version.StartsWith("R:", StringComparison.Ordinal) ? MigrationKind.Repeatable : MigrationKind.Versioned,
        Checksum = checksum,
        AppliedAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        DurationMilliseconds = 1,
    };

    /// <summary>The history after these versions of the catalog were applied.</summary>
    public static MigrationHistory Applied(MigrationCatalog catalog, params string[] versions) =>
        new(ValueList.From(versions.Select((version, index) => Entry(index + 1, version, catalog.Find(version)!.Checksum))));

    /// <summary>The schema after statements.</summary>
    public static ClusterSchema Schema(string cql, CqlDialect? dialect = null)
    {
        ClusterSchema schema = ClusterSchema.Empty;
        SchemaContext context = new(dialect ?? CqlDialect.Cassandra50) { CurrentKeyspace = "k" };
        foreach (ParsedStatement parsed in CqlParser.Parse(new SourceText("schema.cql", cql), context.Dialect).Statements)
        {
            SchemaResult result = SchemaEngine.Apply(schema, parsed.Statement!, context);
            schema = result.Error is null ? result.Schema : throw new InvalidOperationException(result.Error.ToString());
        }

        return schema;
    }

    public static PlanInput Input(MigrationCatalog catalog, MigrationHistory? history = null, ClusterSchema? schema = null, CqlDialect? dialect = null) => new()
    {
        Catalog = catalog,
        History = history ?? MigrationHistory.Empty,
        Schema = schema ?? ClusterSchema.Empty,
        Dialect = dialect ?? CqlDialect.Cassandra50,
        Keyspace = "k",
        Variables = new Dictionary<string, string>(),
        Replication = "{'class': 'NetworkTopologyStrategy', 'dc1': 1}",
    };
}
