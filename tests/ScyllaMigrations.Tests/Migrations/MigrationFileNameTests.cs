using ScyllaMigrations.Migrations;
using Xunit;

namespace ScyllaMigrations.Tests.Migrations;

public sealed class MigrationFileNameTests
{
    [Theory]
    [InlineData("V1.0.0__initial_schema.cql", "1.0.0", "initial schema", ScriptPart.Up)]
    [InlineData("V1.0.0__initial_schema.down.cql", "1.0.0", "initial schema", ScriptPart.Down)]
    [InlineData("V1.0.0-rc.1+b.2__a.b.check.cql", "1.0.0-rc.1+b.2", "a.b", ScriptPart.Check)]
    [InlineData("R__grants.cql", null, "grants", ScriptPart.Up)]
    [InlineData("R__grants.check.cql", null, "grants", ScriptPart.Check)]
    public void A_name_tells_version_description_and_part(string name, string? version, string description, ScriptPart part)
    {
        Assert.True(MigrationFileName.TryParse(name, out MigrationFileName? parsed, out _));
        Assert.Equal((version, description, part), (parsed.Version?.ToString(), parsed.Description, parsed.Part));
    }

    [Theory]
    [InlineData("v1.0.0__x.cql", "must begin with an upper-case 'V'")]
    [InlineData("r__x.cql", "must begin with an upper-case 'R'")]
    [InlineData("V1.0.0_x.cql", "needs two underscores")]
    [InlineData("V1.0.0__x.CQL", "must end in lower-case '.cql'")]
    [InlineData("V1.0.0__x.Down.cql", "must write '.down' in lower case")]
    [InlineData("V1.0__x.cql", "'1.0' is not a version: the patch number is missing")]
    [InlineData("V__x.cql", "'' is not a version: the major number is missing")]
    [InlineData("V1.0.0__.cql", "has no description")]
    [InlineData("V1.0.0__x.sql", "does not end in '.cql'")]
    [InlineData("R2__x.cql", "has text between 'R' and '__'")]
    [InlineData("R__x.down.cql", "is a down script of a repeatable migration")]
    [InlineData("seed.cql", "is no migration by its name")]
    [InlineData(".cql", "has no version")]
    public void A_name_that_only_looks_like_a_migration_is_refused_with_its_fault(string name, string fault)
    {
        Assert.True(MigrationFileName.Suggests(name));
        Assert.False(MigrationFileName.TryParse(name, out _, out string? error));
        Assert.Contains(fault, error);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("migrations.sum")]
    [InlineData("scylla-migrations.json")]
    [InlineData("Version.txt")]
    public void Other_files_are_left_alone(string name) => Assert.False(MigrationFileName.Suggests(name));
}
