using System.Linq;
using System.Reflection;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.PowerShell.Pipeline;
using Xunit;

namespace ScyllaMigrations.Tests.PowerShell;

public sealed class RemediesTests
{
    [Theory]
    [InlineData("Name a cluster: --embedded FILE, --contact-point HOST, or X.", "Name a cluster: -Embedded FILE, -ContactPoint HOST, or X.")]
    [InlineData("Compare with 'migration-cli validate' and repair.", "Compare with 'Test-ScyllaSchema' and repair.")]
    [InlineData("migration-cli migrate --to 1.1.0", "Invoke-ScyllaMigration -TargetVersion 1.1.0")]
    [InlineData("Run 'migration-cli migrate' or Invoke-ScyllaMigration.", "Run 'Invoke-ScyllaMigration'.")]
    [InlineData("give --allow-data-loss (-AllowDataLoss) or the hash", "give -AllowDataLoss or the hash")]
    [InlineData("Use 'migration-cli adopt --version V' (Import-ScyllaMigrationHistory).", "Use 'Import-ScyllaMigrationHistory -Version V'.")]
    [InlineData("Restore the file from a backup or from version control.", "Restore the file from a backup or from version control.")]
    [InlineData("Build it with 'dotnet build src/ScyllaMigrations.Driver'.", "Build it with 'dotnet build src/ScyllaMigrations.Driver'.")]
    public void A_remedy_speaks_the_words_of_the_shell(string remedy, string expected) => Assert.Equal(expected, Remedies.ForPowerShell(remedy));

    [Fact]
    public void No_remedy_of_the_product_names_the_other_shell_s_words()
    {
        string[] remedies = [.. typeof(ErrorCodes).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(property => property.GetValue(null)).OfType<ErrorCode>().Select(code => Remedies.ForPowerShell(code.Remedy))];
        Assert.NotEmpty(remedies);
        Assert.DoesNotContain(remedies, remedy => remedy.Contains("--", System.StringComparison.Ordinal) || remedy.Contains("migration-cli", System.StringComparison.Ordinal));
    }
}
