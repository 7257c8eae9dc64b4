using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Embedded;
using Xunit;

namespace ScyllaMigrations.Tests.Embedded;

/// <summary>Holds the embedded cluster to what a real Cassandra 5.0.6 answered.</summary>
public sealed class RecordedAnswerTests
{
    [Theory]
    [InlineData("rows-and-refusals")]
    [InlineData("selection-and-collections")]
    public async Task Every_answer_is_the_servers(string name)
    {
        ClusterFixture fixture = new();
        await using EmbeddedCluster cluster = await fixture.OpenAsync();
        List<string> wrong = [];
        foreach ((string statement, string? expected) in Read(name))
        {
            string answer = (await AnswerAsync(cluster, statement)).TrimEnd();
            if (expected is not null && (expected == "ERR 2000" ? !answer.StartsWith(expected, StringComparison.Ordinal) : answer != expected))
            {
                wrong.Add($"{statement}\n  server:   {expected}\n  embedded: {answer}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Theory]
    [InlineData("rows-and-refusals")]
    [InlineData("selection-and-collections")]
    public async Task After_every_statement_the_file_alone_and_the_compacted_file_give_the_same_rows(string name)
    {
        ClusterFixture fixture = new();
        await using EmbeddedCluster cluster = await fixture.OpenAsync();
        int number = 0;
        foreach ((string statement, _) in Read(name))
        {
            await AnswerAsync(cluster, statement);
            if (++number % 40 != 0)
            {
                continue;
            }

            List<string> live = await RowsAsync(cluster);
            await using (EmbeddedCluster replayed = await fixture.OpenAsync())
            {
                Assert.Equal(live, await RowsAsync(replayed));
            }

            ClusterFixture copy = new() { Disk = fixture.Disk.AfterPowerCut() };
            copy.Clock.UtcNow = fixture.Clock.UtcNow;
            await using EmbeddedCluster compacted = await copy.OpenAsync();
            await compacted.CompactAsync(CancellationToken.None);
            await using EmbeddedCluster again = await copy.OpenAsync();
            Assert.Equal(live, await RowsAsync(again));
        }
    }

    private static async Task<List<string>> RowsAsync(EmbeddedCluster cluster)
    {
        List<string> rows = [];
        foreach (Cql.Schema.KeyspaceSchema keyspace in cluster.Schema.Keyspaces.Values)
        {
            foreach (string table in keyspace.Tables.Keys)
            {
                rows.Add(table + ": " + await AnswerAsync(cluster, $"SELECT JSON * FROM {keyspace.Name}.{table}"));
            }
        }

        return rows;
    }

    private static IEnumerable<(string Statement, string? Answer)> Read(string name)
    {
        string[] lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Embedded", "Recorded", name + ".txt"));
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("> ", StringComparison.Ordinal))
            {
                bool answered = i + 1 < lines.Length && lines[i + 1].StartsWith("  ", StringComparison.Ordinal);
                yield return (lines[i][2..], answered ? lines[i + 1][2..] : null);
            }
        }
    }

    private static async Task<string> AnswerAsync(EmbeddedCluster cluster, string statement)
    {
        try
        {
            CqlResult result = await cluster.Session.ExecuteAsync(new CqlRequest(statement), CancellationToken.None);
            return result.Columns.Count == 0
                ? "OK"
                : "[" + string.Join(", ", result.Columns.Select(c => "'" + c.Name + "'")) + "] ["
                    + string.Join(", ", result.Rows.Select(r => "[" + string.Join(", ", Enumerable.Range(0, result.Columns.Count).Select(i => Show(r[i]))) + "]")) + "]";
        }
        catch (CqlServerException error)
        {
            return "ERR " + error.ServerCode.ToString("x4", CultureInfo.InvariantCulture) + " " + error.Message;
        }
    }

    private static string Show(object? value) => value switch
    {
        null => "None",
        bool b => b ? "True" : "False",
        string s => "'" + s.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal) + "'",
        byte[] bytes => "0x" + Convert.ToHexStringLower(bytes),
        float single => ((double)single).ToString("R", CultureInfo.InvariantCulture),
        Guid id => "'" + id + "'",
        DateTimeOffset time => time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        IReadOnlyDictionary<string, object?> fields => "{" + string.Join(", ", fields.Select(f => f.Key + ": " + Show(f.Value))) + "}",
        IReadOnlyDictionary<object, object?> map => "[" + string.Join(", ", map.Select(e => "(" + Show(e.Key) + ", " + Show(e.Value) + ")")) + "]",
        IEnumerable items => "[" + string.Join(", ", items.Cast<object?>().Select(Show)) + "]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
