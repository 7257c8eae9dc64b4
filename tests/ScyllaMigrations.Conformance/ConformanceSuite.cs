using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Cql;
using Xunit;

namespace ScyllaMigrations.Conformance;

/// <summary>Runs every case on one kind of cluster; a class for each kind inherits it.</summary>
public abstract class ConformanceSuite
{
    private static int _keyspaces;

    private static string Directory { get; } = Path.Combine(AppContext.BaseDirectory, "cases");

    /// <summary>The names of all cases.</summary>
    public static TheoryData<string> Cases() =>
        [.. System.IO.Directory.EnumerateFiles(Directory, "*.cql").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    /// <summary>Runs a case. One that is about another server passes, because there is nothing to compare.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_case_comes_out_as_it_says(string name)
    {
        CaseFile file = CaseFile.Read(Path.Combine(Directory, name + ".cql"));
        ICluster cluster = await OpenAsync();
        CqlDialect dialect = cluster.Capabilities.Dialect;
        if (!Applies(file, dialect))
        {
            return;
        }

        string keyspace = $"case_{Environment.ProcessId}_{Interlocked.Increment(ref _keyspaces)}";
        await cluster.Session.ExecuteAsync(
            new CqlRequest($"CREATE KEYSPACE {keyspace} WITH replication = {{'class': 'NetworkTopologyStrategy', 'replication_factor': 1}}"), CancellationToken.None);
        try
        {
            CaseRunner runner = new(cluster, keyspace);
            if (Records() is { } directory)
            {
                await CaseRecorder.RecordAsync(runner, Path.Combine(directory, name + ".cql"));
            }
            else
            {
                IReadOnlyList<string> differences = await runner.RunAsync(file);
                Assert.True(differences.Count == 0, string.Join("\n", differences));
            }
        }
        finally
        {
            await cluster.Session.ExecuteAsync(new CqlRequest($"DROP KEYSPACE {keyspace}"), CancellationToken.None);
        }
    }

    /// <summary>The cluster to run on; it may be the same for all cases.</summary>
    protected abstract Task<ICluster> OpenAsync();

    /// <summary>The directory to record into; null to compare. Only a real server knows the truth.</summary>
    protected virtual string? Records() => null;

    private static bool Applies(CaseFile file, CqlDialect dialect) =>
        (file.Dialects.Count == 0 || file.Dialects.Any(dialect.Matches)) && file.Features.All(feature => Has(dialect.Features, feature));

    private static bool Has(ServerFeatures features, string name) => name switch
    {
        "materialized-views" => features.MaterializedViews,
        "functions" => features.UserDefinedFunctions,
        "sasi" => features.SasiIndexes,
        "masking" => features.DynamicDataMasking,
        "tablets" => features.Tablets,
        _ => throw new FormatException($"'{name}' is no feature that a case can ask for."),
    };
}
