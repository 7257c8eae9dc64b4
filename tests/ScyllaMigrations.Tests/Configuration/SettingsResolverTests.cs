using System;
using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Configuration;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Diagnostics;
using Xunit;

namespace ScyllaMigrations.Tests.Configuration;

public sealed class SettingsResolverTests
{
    private static readonly ConfigurationFile File = ConfigurationFile.Parse(new SourceText("scylla-migrations.json", """
        {
          "keyspace": "from_file", "variables": { "a": "file", "b": "file" }, "contactPoints": ["file"], "username": "file",
          "policy": { "migrationTimeout": "1m", "validateSchema": false },
          "environments": { "production": { "keyspace": "from_environment", "variables": { "b": "environment" } } }
        }
        """));

    private static SettingsLayer Environment(params (string Name, string Value)[] variables) =>
        EnvironmentVariables.Read(name => variables.FirstOrDefault(variable => variable.Name == name).Value);

    private static EffectiveSettings Resolve(SettingsLayer? parameters = null, SettingsLayer? variables = null, ConfigurationFile? file = null, string? environment = null) =>
        SettingsResolver.Resolve(parameters ?? new SettingsLayer(), variables ?? new SettingsLayer(), file, environment);

    [Fact]
    public void A_parameter_beats_the_environment_variable_the_file_and_the_default()
    {
        SettingsLayer variable = Environment(("SCYLLADB_KEYSPACE", "from_variable"));
        Assert.Equal("from_parameter", Resolve(new SettingsLayer { Keyspace = "from_parameter" }, variable, File, "production").Keyspace);
        Assert.Equal("from_variable", Resolve(null, variable, File, "production").Keyspace);
        Assert.Equal("from_environment", Resolve(null, null, File, "production").Keyspace);
        Assert.Equal("from_file", Resolve(null, null, File).Keyspace);
        Assert.Null(Resolve().Keyspace);
    }

    [Fact]
    public void Variables_are_merged_name_by_name()
    {
        EffectiveSettings settings = Resolve(new SettingsLayer { Variables = new Dictionary<string, string> { ["c"] = "parameter" } }, null, File, "production");
        Assert.Equal(["a=file", "b=environment", "c=parameter", "keyspace=k"],
            settings.ScriptVariables("k").Select(pair => $"{pair.Key}={pair.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Naming_an_embedded_file_hides_contact_points_further_down()
    {
        EffectiveSettings settings = Resolve(new SettingsLayer { Embedded = "x.db" }, Environment(("SCYLLADB_CONTACT_POINTS", "db1")), File);
        Assert.Equal(("x.db", null), (settings.Embedded, settings.Cluster));
        MigrationException error = Assert.Throws<MigrationException>(() => Resolve(new SettingsLayer { Embedded = "x.db", ContactPoints = ["db1"] }));
        Assert.Equal(ErrorCodes.ConfigurationInvalid, error.Code);
    }

    [Fact]
    public void An_environment_that_the_file_lacks_is_named_with_those_there_are() =>
        Assert.Equal("The environment 'staging' is not in scylla-migrations.json; it has production.", Assert.Throws<MigrationException>(() => Resolve(null, null, File, "staging")).Message);

    [Fact]
    public void Every_environment_variable_is_read()
    {
        EffectiveSettings settings = Resolve(null, Environment(
            ("SCYLLADB_AUTO_MIGRATE", "no"), ("SCYLLADB_MIGRATION_TIMEOUT", "300s"), ("SCYLLADB_VALIDATE_SCHEMA", "0"), ("SCYLLADB_ALLOW_DOWNGRADE", "YES"),
            ("SCYLLADB_BACKUP_BEFORE_MIGRATION", "1"), ("SCYLLADB_CONTACT_POINTS", "db1, db2:9043"), ("SCYLLADB_PORT", "9142"), ("SCYLLADB_KEYSPACE", "k"),
            ("SCYLLADB_LOCAL_DC", "dc1"), ("SCYLLADB_USERNAME", "u"), ("SCYLLADB_PASSWORD", " p "), ("SCYLLADB_TLS", "true"), ("SCYLLADB_TLS_CA_FILE", "ca.pem"),
            ("SCYLLADB_TLS_CERTIFICATE_FILE", "c.pfx"), ("SCYLLADB_TLS_CERTIFICATE_PASSWORD", "s"), ("SCYLLADB_TLS_SKIP_VERIFY", "false")));
        Assert.Equal(
            new MigrationOptions { AutoMigrate = false, MigrationTimeout = TimeSpan.FromMinutes(5), ValidateSchema = false, AllowDowngrade = true, BackupBeforeMigration = true },
            settings.Options);
        ClusterOptions cluster = settings.Cluster!;
        Assert.Equal(["db1", "db2:9043"], cluster.ContactPoints);
        Assert.Equal((9142, "dc1", "u", " p "), (cluster.Port, cluster.LocalDataCenter, cluster.Username, cluster.Password!.Reveal()));
        Assert.Equal(new TlsSettings { CaFile = "ca.pem", CertificateFile = "c.pfx", CertificatePassword = new Secret("s") }, settings.Tls);
        Assert.DoesNotContain(" p ", settings.ToString());
    }

    [Theory]
    [InlineData("SCYLLADB_AUTO_MIGRATE", "maybe", "The environment variable SCYLLADB_AUTO_MIGRATE is 'maybe'; expected true, false, 1, 0, yes or no.")]
    [InlineData("SCYLLADB_MIGRATION_TIMEOUT", "5", "The environment variable SCYLLADB_MIGRATION_TIMEOUT is '5'; expected a duration such as 300s, 5m, 1h30m or 00:05:00.")]
    [InlineData("SCYLLADB_PORT", "x", "The environment variable SCYLLADB_PORT is 'x'; expected a port from 1 to 65535.")]
    public void A_wrong_environment_variable_is_named(string name, string value, string message)
    {
        MigrationException error = Assert.Throws<MigrationException>(() => MigrationOptions.FromEnvironment(asked => asked == name ? value : null));
        Assert.Equal((ErrorCodes.ConfigurationInvalid, name, message), (error.Code, error.Subject, error.Message));
    }

    [Fact]
    public void Without_any_variable_options_have_their_defaults() => Assert.Equal(new MigrationOptions(), MigrationOptions.FromEnvironment(_ => ""));
}
