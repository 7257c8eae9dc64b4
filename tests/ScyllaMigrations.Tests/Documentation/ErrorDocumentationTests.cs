using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Tests.Architecture;
using Xunit;

namespace ScyllaMigrations.Tests.Documentation;

public sealed class ErrorDocumentationTests
{
    private static readonly string Documentation = File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "errors.md")).ReplaceLineEndings("\n");

    public static TheoryData<string> Ids() =>
        [.. All().Select(code => code.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_error_has_its_place_in_the_documentation_with_exit_code_and_remedy(string id)
    {
        ErrorCode code = All().Single(candidate => candidate.Id == id);
        int start = Documentation.IndexOf($"### {id}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"docs/errors.md has no heading for {id}");
        int end = Documentation.IndexOf("\n#", start + 1, StringComparison.Ordinal);
        string section = Documentation[start..(end < 0 ? Documentation.Length : end)];
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"Exit code {(int)code.ExitCode}."), section, StringComparison.Ordinal);
        Assert.Contains(code.Remedy, section, StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_are_used_once_and_named_like_their_property()
    {
        Assert.Equal(All().Select(code => code.Id), All().Select(code => code.Id).Distinct(StringComparer.Ordinal));
        Assert.All(Properties(), property => Assert.Equal(property.Name, ((ErrorCode)property.GetValue(null)!).Id));
    }

    private static ErrorCode[] All() => [.. Properties().Select(property => (ErrorCode)property.GetValue(null)!)];

    private static PropertyInfo[] Properties() =>
        [.. typeof(ErrorCodes).GetProperties(BindingFlags.Public | BindingFlags.Static).Where(property => property.PropertyType == typeof(ErrorCode))];
}
