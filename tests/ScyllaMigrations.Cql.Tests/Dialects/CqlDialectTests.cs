using System;
using System.Linq;
using ScyllaMigrations.Cql;
using Xunit;

namespace ScyllaMigrations.Cql.Tests.Dialects;

public sealed class CqlDialectTests
{
    [Theory]
    [InlineData("cassandra-5.0", "cassandra-5.0")]
    [InlineData("cassandra-5.0.6", "cassandra-5.0")]
    [InlineData("Cassandra", "cassandra-5.0")]
    [InlineData("cassandra-4", "cassandra-4.1")]
    [InlineData("scylla-2025.x", "scylla-2025.4")]
    [InlineData("scylladb-2026.1", "scylla-2026.1")]
    [InlineData("scylla", "scylla-2026.4")]
    public void Names_and_aliases_find_their_dialect(string name, string found) =>
        Assert.Equal(found, CqlDialect.Parse(name).Name);

    [Theory]
    [InlineData("")]
    [InlineData("mysql-8")]
    [InlineData("cassandra-2.1")]
    [InlineData("scylla2025.1")]
    public void An_unknown_name_is_refused_with_the_known_ones(string name)
    {
        FormatException error = Assert.Throws<FormatException>(() => CqlDialect.Parse(name));

        Assert.Contains("cassandra-5.0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_known_dialect_is_found_by_its_own_name() =>
        Assert.All(CqlDialect.Known, d => Assert.Same(d, CqlDialect.Parse(d.Name)));

    [Theory]
    [InlineData(ServerProduct.Cassandra, "5.0.6", "cassandra-5.0")]
    [InlineData(ServerProduct.Cassandra, "5.1-SNAPSHOT", "cassandra-5.0")]
    [InlineData(ServerProduct.Cassandra, "3.0.30", "cassandra-3.11")]
    [InlineData(ServerProduct.Scylla, "2025.4.1-0.20260110.abc", "scylla-2025.4")]
    [InlineData(ServerProduct.Scylla, "6.2.0", "scylla-6.2")]
    [InlineData(ServerProduct.Scylla, "2030.1", "scylla-2026.4")]
    public void A_server_gets_the_newest_dialect_that_is_not_newer_than_it(ServerProduct product, string version, string dialect) =>
        Assert.Equal(dialect, CqlDialect.ForServer(product, version).Name);

    [Fact]
    public void A_server_without_a_version_is_refused() =>
        Assert.Throws<FormatException>(() => CqlDialect.ForServer(ServerProduct.Cassandra, "unknown"));

    [Fact]
    public void Names_are_unique() =>
        Assert.Equal(CqlDialect.Known.Count, CqlDialect.Known.Select(d => d.Name).Distinct(StringComparer.Ordinal).Count());

    [Theory]
    [InlineData("order", true)]
    [InlineData("desc", true)]
    [InlineData("default", true)]
    [InlineData("key", false)]
    [InlineData("Upper", true)]
    [InlineData("1st", true)]
    [InlineData("a-b", true)]
    [InlineData("", true)]
    [InlineData("plain_1", false)]
    public void Names_are_quoted_when_any_server_needs_it(string name, bool quoted) =>
        Assert.Equal(quoted, CqlIdentifier.Quote(name)[0] == '"');

    [Fact]
    public void Cassandra_as_shipped_has_materialized_views_off_and_Scylla_has_them_on()
    {
        Assert.False(CqlDialect.Cassandra50.Features.MaterializedViews);
        Assert.True(CqlDialect.ScyllaLatest.Features.MaterializedViews);
    }
}
