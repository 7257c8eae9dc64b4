using System;
using ScyllaMigrations.Cql;

namespace ScyllaMigrations.Embedded;

/// <summary>The one node of an embedded cluster.</summary>
internal static class EmbeddedHost
{
    /// <summary>Its id, the same for every embedded cluster.</summary>
    public static readonly Guid Id = new("e3bedded-0000-4000-8000-000000000001");

    public const string DataCenter = "datacenter1";

    public const string Rack = "rack1";

    /// <summary>The release that it reports: ScyllaDB gives the Cassandra version that its protocol is compatible with.</summary>
    public static string ReleaseVersion(CqlDialect dialect) => dialect.IsScylla ? "3.0.8" : $"{dialect.Version.Major}.{dialect.Version.Minor}.0";
}
