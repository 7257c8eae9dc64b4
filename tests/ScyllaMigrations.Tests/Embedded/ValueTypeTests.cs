using System;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Embedded;
using Xunit;

namespace ScyllaMigrations.Tests.Embedded;

/// <summary>The types that <see cref="CqlRow"/> promises.</summary>
public sealed class ValueTypeTests
{
    [Theory]
    [InlineData("tinyint", "1", typeof(sbyte))]
    [InlineData("smallint", "1", typeof(short))]
    [InlineData("int", "1", typeof(int))]
    [InlineData("bigint", "1", typeof(long))]
    [InlineData("varint", "1", typeof(System.Numerics.BigInteger))]
    [InlineData("float", "1.5", typeof(float))]
    [InlineData("double", "1.5", typeof(double))]
    [InlineData("boolean", "true", typeof(bool))]
    [InlineData("timestamp", "0", typeof(DateTimeOffset))]
    public async Task A_value_comes_back_as_the_promised_type(string type, string literal, Type expected)
    {
        await using EmbeddedCluster cluster = await new ClusterFixture().OpenAsync($"CREATE TABLE k.t (a int PRIMARY KEY, v {type})");
        await cluster.RunAsync($"INSERT INTO k.t (a, v) VALUES (0, {literal})");
        CqlResult result = await cluster.Session.ExecuteAsync(new CqlRequest("SELECT v FROM k.t"), CancellationToken.None);
        Assert.IsType(expected, result.Rows[0]["v"]);
    }
}
