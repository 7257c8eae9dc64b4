using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Numerics;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using Xunit;

namespace ScyllaMigrations.Driver.Tests.Values;

/// <summary>Every type goes to the server and comes back as the port documents it.</summary>
public sealed class RoundTripTests : IClassFixture<TypeTables>
{
    private readonly TypeTables _tables;

    public RoundTripTests(TypeTables tables) => _tables = tables;

    public static TheoryData<string, object> Scalars() => new()
    {
        { "ascii", "plain" },
        { "text", "Grüße, 世界 🚀" },
        { "text", "" },
        { "tinyint", sbyte.MinValue },
        { "tinyint", (sbyte)7 },
        { "smallint", short.MinValue },
        { "smallint", (short)300 },
        { "int", int.MinValue },
        { "int", 0 },
        { "bigint", long.MinValue },
        { "bigint", long.MaxValue },
        { "varint", BigInteger.Pow(10, 40) },
        { "varint", BigInteger.MinusOne },
        { "varint", new BigInteger(128) },
        { "float", float.MinValue },
        { "float", float.NaN },
        { "double", double.Epsilon },
        { "double", -0.1 },
        { "decimal", "-123.4500" },
        { "decimal", "0" },
        { "decimal", "0.001" },
        { "boolean", true },
        { "boolean", false },
        { "blob", new byte[] { 0, 255, 1 } },
        { "blob", Array.Empty<byte>() },
        { "uuid", new Guid("01020304-0506-4708-890a-0b0c0d0e0f10") },
        { "timeuuid", new Guid("8ac6d1dc-fbeb-11e9-8f0b-362b9e155667") },
        { "timestamp", new DateTimeOffset(2024, 2, 29, 23, 59, 59, 999, TimeSpan.Zero) },
        { "timestamp", new DateTimeOffset(1901, 1, 1, 0, 0, 0, 1, TimeSpan.Zero) },
        { "date", "2024-02-29" },
        { "date", "1969-12-31" },
        { "date", "0001-01-01" },
        { "time", "23:59:59.999999999" },
        { "time", "00:00:00.000000000" },
        { "duration", "1y2mo3d4h5m6s7ms8us9ns" },
        { "duration", "-1y2mo" },
        { "inet", IPAddress.Parse("127.0.0.1") },
        { "inet", IPAddress.Parse("2001:db8::1") },
    };

    [Theory]
    [MemberData(nameof(Scalars))]
    public async Task A_scalar_comes_back(string type, object value)
    {
        object? back = await RoundTripAsync(type, value);
        Assert.Equal(value.GetType(), back?.GetType());
        Assert.Equal(value, back);
    }

    [Theory]
    [MemberData(nameof(Scalars))]
    public async Task A_scalar_comes_back_inside_of_every_collection(string type, object value)
    {
        AssertSame(new List<object?> { value, value }, await RoundTripAsync($"list<{type}>", new List<object?> { value, value }));
        AssertSame(new List<object?> { value, 1 }, await RoundTripAsync($"tuple<{type}, int>", new List<object?> { value, 1 }));
        if (type != "duration")
        {
            AssertSame(new List<object?> { value }, await RoundTripAsync($"set<{type}>", new List<object?> { value }));
        }
    }

    [Fact]
    public async Task A_map_comes_back()
    {
        Dictionary<object, object?> map = new() { ["a"] = 1, ["b"] = 2 };
        AssertSame(map, await RoundTripAsync("map<text, int>", map));
    }

    [Fact]
    public async Task Collections_nest()
    {
        object value = new Dictionary<object, object?>
        {
            [1] = new List<object?> { new List<object?> { "a", "b" }, new List<object?> { "c" } },
        };
        AssertSame(value, await RoundTripAsync("map<int, frozen<list<frozen<set<text>>>>>", value));
    }

    [Fact]
    public async Task A_vector_comes_back()
    {
        AssertSame(new List<object?> { 1.5f, -2f, 0f }, await RoundTripAsync("vector<float, 3>", new List<object?> { 1.5f, -2f, 0f }));
        AssertSame(new List<object?> { "a", "", "c" }, await RoundTripAsync("vector<text, 3>", new List<object?> { "a", "", "c" }));
    }

    [Fact]
    public async Task Null_is_written_as_null()
    {
        Assert.Null(await RoundTripAsync("text", null));
        Assert.Null(await RoundTripAsync("int", null));
        Assert.Null(await RoundTripAsync("list<int>", null));
    }

    [Theory]
    [MemberData(nameof(Scalars))]
    public async Task A_scalar_comes_back_inside_of_a_user_type(string type, object value)
    {
        string name = await _tables.UserTypeAsync($"(f {type}, g int, h frozen<list<{type}>>)");
        Dictionary<string, object?> written = new(StringComparer.Ordinal) { ["f"] = value, ["h"] = new List<object?> { value, value } };
        Dictionary<string, object?> expected = new(written, StringComparer.Ordinal) { ["g"] = null };
        AssertSame(expected, await RoundTripAsync(name, written));
        AssertSame(new List<object?> { expected, expected }, await RoundTripAsync($"list<frozen<{name}>>", new List<object?> { written, written }));
    }

    [Fact]
    public async Task Decimals_have_no_limit_inside_of_a_user_type()
    {
        string name = await _tables.UserTypeAsync("(f decimal, t tuple<int, text, int, int, int, int, int, int>)");
        object value = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["f"] = "12345678901234567890123456789012345678901234567890.12345678901234567890",
            ["t"] = new List<object?> { null, "a", 3, 4, 5, 6, 7, 8 },
        };
        AssertSame(value, await RoundTripAsync(name, value));
    }

    [Theory]
    [InlineData("int", "5")]
    [InlineData("text", 5)]
    [InlineData("date", "2024-02-30")]
    [InlineData("list<int>", 5)]
    public async Task A_value_of_another_type_is_refused_before_it_is_sent(string type, object value)
    {
        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() => RoundTripAsync(type, value));
        Assert.Contains($"cannot be sent as {type}", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("int", "int")]
    [InlineData("varchar", "text")]
    [InlineData("map<int, frozen<list<text>>>", "map<int, frozen<list<text>>>")]
    [InlineData("tuple<int, text>", "frozen<tuple<int, text>>")]
    [InlineData("vector<float, 3>", "vector<float, 3>")]
    public async Task Columns_have_their_types(string type, string expected)
    {
        string table = await _tables.TableAsync(type);
        Assert.Equal(expected, (await _tables.Cluster.RunAsync($"SELECT v FROM {table} LIMIT 1")).Columns[0].Type.CqlName);
    }

    private async Task<object?> RoundTripAsync(string type, object? value)
    {
        string table = await _tables.TableAsync(type);
        int key = _tables.NextKey();
        await _tables.Cluster.RunAsync($"INSERT INTO {table} (k, v) VALUES (?, ?)", key, value);
        CqlResult result = await _tables.Cluster.RunAsync($"SELECT v FROM {table} WHERE k = ?", key);
        return result.Rows[0]["v"];
    }

    private static void AssertSame(object? expected, object? actual)
    {
        switch (expected)
        {
            case IDictionary map:
                IDictionary other = Assert.IsAssignableFrom<IDictionary>(actual);
                Assert.Equal(map.Keys.Cast<object>().ToHashSet(), other.Keys.Cast<object>().ToHashSet());
                foreach (object key in map.Keys)
                {
                    AssertSame(map[key], other[key]);
                }

                break;
            case IList list and not byte[]:
                IList items = Assert.IsAssignableFrom<IList>(actual);
                Assert.Equal(list.Count, items.Count);
                for (int i = 0; i < list.Count; i++)
                {
                    AssertSame(list[i], items[i]);
                }

                break;
            default:
                Assert.Equal(expected, actual);
                break;
        }
    }
}
