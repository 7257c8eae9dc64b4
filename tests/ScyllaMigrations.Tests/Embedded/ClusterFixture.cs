using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Embedded;
using ScyllaMigrations.Tests.Embedded.Log;

namespace ScyllaMigrations.Tests.Embedded;

/// <summary>A cluster on a disk in memory with short ways to execute statements.</summary>
internal sealed class ClusterFixture
{
    public const string FileName = "demo.cql";
    public const string Keyspace = "CREATE KEYSPACE k WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}";

    public static readonly CqlDialect Everything = CqlDialect.Cassandra50 with
    {
        Features = CqlDialect.Cassandra50.Features with { MaterializedViews = true, UserDefinedFunctions = true },
    };

    public FaultyDisk Disk { get; set; } = new();

    public SteppingClock Clock { get; } = new();

    public static string FilePath => Path.Combine(Path.GetTempPath(), FileName);

    public EmbeddedOptions Options => new() { Directory = Disk, Clock = Clock, Dialect = Everything, WriterWait = TimeSpan.Zero, AnyDataCenter = false };

    public Task<EmbeddedCluster> OpenAsync() => EmbeddedCluster.OpenAsync(FilePath, Options, CancellationToken.None);

    public async Task<EmbeddedCluster> OpenAsync(params string[] statements)
    {
        EmbeddedCluster cluster = await OpenAsync();
        await cluster.RunAsync([Keyspace, .. statements]);
        return cluster;
    }
}

/// <summary>A clock that stands until it is moved.</summary>
internal sealed class SteppingClock : IClock
{
    public DateTimeOffset UtcNow { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public TimeSpan Monotonic => UtcNow - DateTimeOffset.UnixEpoch;

    public Task DelayAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        UtcNow += duration;
        return Task.CompletedTask;
    }
}

/// <summary>Short ways to execute statements.</summary>
internal static class ClusterExtensions
{
    public static async Task RunAsync(this ICluster cluster, params string[] statements)
    {
        foreach (string statement in statements)
        {
            await cluster.Session.ExecuteAsync(new CqlRequest(statement), CancellationToken.None);
        }
    }

    public static Task<CqlResult> QueryAsync(this ICluster cluster, string cql, params object?[] values) =>
        cluster.Session.ExecuteAsync(new CqlRequest(cql, values), CancellationToken.None);

    /// <summary>The rows as text: values separated by blanks, rows by semicolons.</summary>
    public static async Task<string> ReadAsync(this ICluster cluster, string cql, params object?[] values)
    {
        CqlResult result = await cluster.QueryAsync(cql, values);
        return string.Join("; ", result.Rows.Select(r => string.Join(" ", Enumerable.Range(0, result.Columns.Count).Select(i => Show(r[i])))));
    }

    public static async Task<string> RefusalAsync(this ICluster cluster, string cql, params object?[] values)
    {
        CqlServerException error = await Xunit.Assert.ThrowsAsync<CqlServerException>(() => cluster.QueryAsync(cql, values));
        return error.ServerCode.ToString("X4", System.Globalization.CultureInfo.InvariantCulture) + " " + error.Message;
    }

    private static string Show(object? value) => value switch
    {
        null => "null",
        bool b => b ? "true" : "false",
        byte[] bytes => "0x" + Convert.ToHexStringLower(bytes),
        string text => text,
        DateTimeOffset time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture),
        IReadOnlyDictionary<string, object?> fields => "{" + string.Join(", ", fields.Select(f => f.Key + ": " + Show(f.Value))) + "}",
        IReadOnlyDictionary<object, object?> map => "{" + string.Join(", ", map.Select(e => Show(e.Key) + ": " + Show(e.Value))) + "}",
        System.Collections.IEnumerable items => "[" + string.Join(", ", items.Cast<object?>().Select(Show)) + "]",
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
