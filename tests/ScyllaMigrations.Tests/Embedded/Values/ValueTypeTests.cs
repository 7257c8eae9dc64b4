using System;
using System.Collections.Generic;
using System.Net;
using System.Numerics;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Embedded;
using Xunit;

namespace ScyllaMigrations.Tests.Embedded.Values;

public sealed class ValueTypeTests
{
    private static readonly Guid TimeId = new("50554d6e-29bb-11e5-b345-feff819cdc9f");

    public static TheoryData<string, object> Values => new()
    {
        { "ascii", "a" }, { "text", "é\n" }, { "tinyint", (sbyte)-1 }, { "smallint", (short)-2 }, { "int", int.MinValue }, { "bigint", long.MaxValue },
        { "varint", BigInteger.Parse("-123456789012345678901234567890", System.Globalization.CultureInfo.InvariantCulture) }, { "float", 1.5f }, { "double", -0.1 },
        { "decimal", "12.340" }, { "decimal", "-0.0000000001" }, { "boolean", true }, { "blob", new byte[] { 0, 255 } }, { "uuid", Guid.Empty }, { "timeuuid", TimeId },
        { "timestamp", new DateTimeOffset(2020, 2, 29, 1, 2, 3, 4, TimeSpan.Zero) }, { "date", "-0044-03-15" }, { "time", "01:02:03.000000004" },
        { "duration", "-1y2mo3d4h5m6s7ms8us9ns" }, { "inet", IPAddress.Parse("2001:db8::1") }, { "frozen<list<int>>", new object[] { 2, 1 } },
        { "list<text>", new object[] { "b", "a" } }, { "vector<float, 2>", new object[] { 1f, 2f } }, { "tuple<int, text>", new object?[] { 1, null } },
        { "map<text, int>", new Dictionary<object, object> { ["a"] = 1 } },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_bound_value_comes_back_as_the_documented_type_also_from_the_file(string type, object value)
    {
        ClusterFixture fixture = new();
        await using EmbeddedCluster cluster = await fixture.OpenAsync($"CREATE TABLE k.t (a int PRIMARY KEY, v {type})");
        await cluster.QueryAsync("INSERT INTO k.t (a, v) VALUES (1, ?)", value);
        object expected = value is string { Length: > 12 } tiny && tiny.StartsWith("-0.0000", StringComparison.Ordinal) ? "-1E-10" : value;
        Check(expected, await cluster.QueryAsync("SELECT v FROM k.t"));
        await using EmbeddedCluster again = await fixture.OpenAsync();
        Check(expected, await again.QueryAsync("SELECT v FROM k.t"));
        await cluster.CompactAsync(default);
        await using EmbeddedCluster compacted = await fixture.OpenAsync();
        Check(expected, await compacted.QueryAsync("SELECT v FROM k.t"));
    }

    [Theory]
    [InlineData("int", 1L)]
    [InlineData("text", 1)]
    [InlineData("uuid", "x")]
    [InlineData("list<int>", 1)]
    [InlineData("timestamp", "x")]
    public async Task A_bound_value_of_a_wrong_type_is_refused(string type, object value)
    {
        await using EmbeddedCluster cluster = await new ClusterFixture().OpenAsync($"CREATE TABLE k.t (a int PRIMARY KEY, v {type})");
        Assert.StartsWith($"2200 Invalid value for \"v\" of type {type}", await cluster.RefusalAsync("INSERT INTO k.t (a, v) VALUES (1, ?)", value), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markers_take_values_in_the_order_of_the_text()
    {
        await using EmbeddedCluster cluster = await new ClusterFixture().OpenAsync("CREATE TABLE k.t (a int PRIMARY KEY, v int, w int)");
        await cluster.QueryAsync("UPDATE k.t USING TTL ? AND TIMESTAMP ? SET v = ?, w = ? WHERE a = ?", 50, 7L, 1, 2, 3);
        Assert.Equal("3 1 2 7 50", await cluster.ReadAsync("SELECT a, v, w, writetime(v), ttl(v) FROM k.t WHERE a = :id LIMIT :most", 3, 5));
        Assert.StartsWith("2200 Invalid amount of bind variables", await cluster.RefusalAsync("SELECT a FROM k.t WHERE a = ?"), StringComparison.Ordinal);
    }

    private static void Check(object expected, CqlResult result)
    {
        object? actual = Assert.Single(result.Rows)["v"];
        Assert.Equal(expected, actual);
        if (expected is ValueType)
        {
            Assert.IsType(expected.GetType(), actual);
        }
    }
}
