using System;
using System.Linq;
using ScyllaMigrations.Migrations;
using Xunit;

namespace ScyllaMigrations.Tests.Migrations;

public sealed class MigrationVersionTests
{
    // Rule 11 of the specification gives the order of the pre-releases.
    private static readonly string[] Rising =
    [
        "0.0.1", "0.1.0", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1",
        "1.0.0", "1.0.1", "1.2.0", "1.10.0", "2.0.0-1.0", "2.0.0--", "2.0.0-A", "2.0.0-a", "2.0.0", "99999999999999999999999.0.0",
    ];

    [Fact]
    public void Versions_order_by_precedence()
    {
        MigrationVersion[] sorted = [.. Rising.Reverse().Select(MigrationVersion.Parse).OrderBy(version => version)];
        Assert.Equal(Rising, sorted.Select(version => version.ToString()));
    }

    [Theory]
    [InlineData("1.0.0+a", "1.0.0+b")]
    [InlineData("1.0.0", "1.0.0+b")]
    [InlineData("1.0.0-rc.1+001", "1.0.0-rc.1")]
    public void Build_metadata_has_no_part_in_order_equality_and_hash(string left, string right)
    {
        MigrationVersion a = MigrationVersion.Parse(left);
        MigrationVersion b = MigrationVersion.Parse(right);
        Assert.True(a == b);
        Assert.Equal(0, a.CompareTo(b));
        Assert.Equal(a.GetHashCode(), b.GetHashCode());
        Assert.Equal(left, a.ToString());
    }

    [Fact]
    public void Operators_agree_with_the_order_and_null_comes_first()
    {
        MigrationVersion low = MigrationVersion.Parse("1.0.0-rc.1");
        MigrationVersion high = MigrationVersion.Parse("1.0.0");
        Assert.True(low < high && high > low && low <= high && high >= low && low != high);
        Assert.True(null < low && low > null);
        Assert.False((MigrationVersion?)null < null);
        Assert.True((MigrationVersion?)null <= null);
    }

    [Theory]
    [InlineData("", "the major number is missing")]
    [InlineData("1", "the minor number is missing")]
    [InlineData("1.2", "the patch number is missing")]
    [InlineData("1..3", "the minor number is missing")]
    [InlineData("1.2.3.4", "it has more than three numbers")]
    [InlineData("01.2.3", "the major number '01' has a leading zero")]
    [InlineData("1.x.3", "the minor number 'x' is not a whole number")]
    [InlineData("v1.2.3", "the major number 'v1' is not a whole number")]
    [InlineData("1.2.3-", "the pre-release part has an empty identifier")]
    [InlineData("1.2.3-a..b", "the pre-release part has an empty identifier")]
    [InlineData("1.2.3-01", "the pre-release identifier '01' has a leading zero")]
    [InlineData("1.2.3-a_b", "the pre-release identifier 'a_b' has other characters than letters, digits and hyphens")]
    [InlineData("1.2.3+", "the build part has an empty identifier")]
    [InlineData(" 1.2.3", "the major number ' 1' is not a whole number")]
    [InlineData("1.2.٣", "the patch number '٣' is not a whole number")]
    public void A_wrong_version_is_refused_with_its_fault(string text, string fault)
    {
        FormatException error = Assert.Throws<FormatException>(() => MigrationVersion.Parse(text));
        Assert.Equal($"'{text}' is not a version: {fault}; expected MAJOR.MINOR.PATCH as in Semantic Versioning 2.0, such as 1.0.0 or 2.1.0-rc.1.", error.Message);
        Assert.False(MigrationVersion.TryParse(text, out _));
    }

    [Theory]
    [InlineData("1.0.0-0A.is.legal")]
    [InlineData("1.0.0-alpha-a.b-c-somethinglong+build.1-aef.1-its-okay")]
    [InlineData("1.2.3----R-S.12.9.1--.12+meta")]
    [InlineData("1.0.0+0.build.1-rc.10000aaa-kk-0.1")]
    [InlineData("2.0.0+001")]
    public void Everything_that_the_specification_allows_is_read_and_kept(string text) => Assert.Equal(text, MigrationVersion.Parse(text).ToString());

    [Theory]
    [InlineData("1", "1.0.0")]
    [InlineData("1_2", "1.2.0")]
    [InlineData("1.2", "1.2.0")]
    [InlineData("000001", "1.0.0")]
    [InlineData("20240131120000", "20240131120000.0.0")]
    [InlineData("1.2.3-rc.1", "1.2.3-rc.1")]
    public void Looser_versions_of_other_tools_are_filled_with_zeros(string text, string expected)
    {
        Assert.True(MigrationVersion.TryParseLenient(text, out MigrationVersion? version));
        Assert.Equal(expected, version.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("1.2.3.4")]
    [InlineData("1__2")]
    public void What_no_tool_calls_a_version_is_none(string text) => Assert.False(MigrationVersion.TryParseLenient(text, out _));
}
