using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Embedded;

namespace ScyllaMigrations.Conformance;

/// <summary>The cases on the embedded cluster, in Cassandra's dialect with everything switched on that a case asks for.</summary>
public sealed class EmbeddedConformance : ConformanceSuite
{
    private static readonly CqlDialect Dialect = CqlDialect.Cassandra50 with
    {
        Features = CqlDialect.Cassandra50.Features with { MaterializedViews = true, UserDefinedFunctions = true },
    };

    protected override Task<ICluster> OpenAsync() => Task.FromResult<ICluster>(EmbeddedCluster.InMemory(new EmbeddedOptions { Dialect = Dialect, AnyDataCenter = false }));
}
