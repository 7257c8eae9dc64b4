using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace ScyllaMigrations.Tests.Architecture;

public sealed partial class SourceFileTests
{
    private const int LongestFile = 400;

    [Fact]
    public void No_file_is_longer_than_a_reader_can_keep_in_mind() =>
        Assert.Empty(SourceTree.CSharpFiles("src", "tests", "examples", "benchmarks")
            .Select(path => (Path: Path.GetRelativePath(SourceTree.Root, path), Lines: File.ReadLines(path).Count()))
            .Where(file => file.Lines > LongestFile)
            .Select(file => $"{file.Path}: {file.Lines} lines"));

    [Fact]
    public void A_file_holds_one_public_type_named_like_it()
    {
        List<string> findings = [];
        foreach (string path in SourceTree.CSharpFiles("src"))
        {
            string expected = Path.GetFileNameWithoutExtension(path).Split('.')[0];
            string[] types = [.. PublicTypes().Matches(File.ReadAllText(path)).Select(match => match.Groups[1].Value).Distinct()];
            if (types.Length > 1 || (types.Length == 1 && types[0] != expected))
            {
                findings.Add($"{Path.GetRelativePath(SourceTree.Root, path)}: {string.Join(", ", types)}");
            }
        }

        Assert.Empty(findings);
    }

    [GeneratedRegex(@"^public (?:static |sealed |abstract |readonly |partial |ref )*(?:class|record struct|record|struct|interface|enum|delegate [\w<>?., ]+?) (\w+)", RegexOptions.Multiline)]
    private static partial Regex PublicTypes();
}
