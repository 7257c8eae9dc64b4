using System.Collections.Generic;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Migrations;
using ScyllaMigrations.Planning;
using Xunit;

namespace ScyllaMigrations.Tests.Planning;

public sealed class KeyspaceRuleTests
{
    private static string Resolve(string? configured, params (string Version, string Up)[] migrations) =>
        KeyspaceRule.Resolve(configured, Plans.Catalog(migrations), CqlDialect.Cassandra50, new Dictionary<string, string>());

    private static string Create(string name) => $"CREATE KEYSPACE {name} WITH replication = {{'class': 'NetworkTopologyStrategy', 'dc1': 1}};";

    [Fact]
    public void The_configured_keyspace_wins() => Assert.Equal("mine", Resolve("mine", ("1.0.0", Create("other"))));

    [Fact]
    public void Else_it_is_the_only_one_that_the_scripts_create() =>
        Assert.Equal("Pins", Resolve(null, ("1.0.0", Create("\"Pins\"")), ("2.0.0", "CREATE KEYSPACE IF NOT EXISTS \"Pins\" WITH replication = ${replication};"), ("3.0.0", "SELECT a FROM ${keyspace}.b;")));

    [Theory]
    [InlineData("SELECT a FROM b;", "No keyspace is configured, and no migration creates one by its name.")]
    [InlineData("CREATE KEYSPACE ${keyspace} WITH replication = ${replication};", "No keyspace is configured, and no migration creates one by its name.")]
    [InlineData("CREATE KEYSPACE b WITH replication = ${replication}; CREATE KEYSPACE a WITH replication = ${replication};", "No keyspace is configured, and the migrations create more than one: a, b.")]
    public void Without_an_answer_it_is_an_error(string up, string message)
    {
        MigrationException error = Assert.Throws<MigrationException>(() => Resolve(null, ("1.0.0", up)));
        Assert.Equal((ErrorCodes.KeyspaceNotGiven, message), (error.Code, error.Message));
    }
}
