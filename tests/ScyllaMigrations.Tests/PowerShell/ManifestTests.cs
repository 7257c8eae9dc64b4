using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using ScyllaMigrations.Tests.Architecture;
using Xunit;

namespace ScyllaMigrations.Tests.PowerShell;

/// <summary>The manifest as readers see it that never run it: galleries, editors, <c>Import-PowerShellDataFile</c>.</summary>
public sealed partial class ManifestTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(SourceTree.Root, "ScyllaMigrations.psd1"));

    [Fact]
    public void It_holds_literals_only()
    {
        string bare = Literal().Replace(Text, "''");
        Assert.DoesNotContain('$', bare);
        Assert.DoesNotContain('"', bare);
        Assert.Empty(Calls().Matches(bare).Select(match => match.Value));
    }

    [Fact]
    public void It_exports_exactly_the_cmdlets_that_are_compiled() =>
        Assert.Equal(CmdletClass.All.Select(cmdlet => cmdlet.Name).Order(StringComparer.Ordinal), List("CmdletsToExport").Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("FunctionsToExport")]
    [InlineData("AliasesToExport")]
    [InlineData("VariablesToExport")]
    [InlineData("DscResourcesToExport")]
    public void It_exports_nothing_else(string kind) => Assert.Empty(List(kind));

    [Fact]
    public void It_is_for_both_editions_from_5_1_on()
    {
        Assert.Equal(["Desktop", "Core"], List("CompatiblePSEditions"));
        Assert.Equal("5.1", Value("PowerShellVersion"));
        Assert.Equal("4.7.2", Value("DotNetFrameworkVersion"));
    }

    [Fact]
    public void Its_version_is_that_of_the_assemblies()
    {
        Version manifest = Version.Parse(Value("ModuleVersion"));
        Version assembly = typeof(Diagnostics.ErrorCode).Assembly.GetName().Version!;
        Assert.Equal(manifest, new Version(assembly.Major, assembly.Minor, assembly.Build));
    }

    [Theory]
    [InlineData("FormatsToProcess")]
    [InlineData("TypesToProcess")]
    public void The_files_that_it_names_are_there(string kind) =>
        Assert.All(List(kind), file => Assert.True(File.Exists(Path.Combine(SourceTree.Root, file)), file));

    private static string Value(string key) => Regex.Match(Text, $@"^\s*{key}\s*=\s*'([^']*)'", RegexOptions.Multiline).Groups[1].Value;

    private static string[] List(string key)
    {
        Match match = Regex.Match(Text, $@"^\s*{key}\s*=\s*@\(([^)]*)\)", RegexOptions.Multiline);
        Assert.True(match.Success, $"{key} is no list");
        return [.. Literal().Matches(match.Groups[1].Value).Select(item => item.Value.Trim('\''))];
    }

    [GeneratedRegex("'[^']*'")]
    private static partial Regex Literal();

    // A word at the start of a line that is no key would be a command.
    [GeneratedRegex(@"^\s*[A-Za-z][\w-]*\s*$|^\s*[A-Za-z][\w-]*\s+[^=\s]|(?<!@)\(", RegexOptions.Multiline)]
    private static partial Regex Calls();
}
