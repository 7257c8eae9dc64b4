using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Mono.Cecil;
using Xunit;

namespace ScyllaMigrations.Tests.Architecture;

public sealed class DependencyTests
{
    public static TheoryData<string> OurAssemblies() => [.. OurNames()];

    [Fact]
    public void All_assemblies_of_the_solution_are_looked_at() =>
        Assert.Equal(
            [
                "ScyllaMigrations", "ScyllaMigrations.Cql", "ScyllaMigrations.DriverHost", "ScyllaMigrations.Embedded", "ScyllaMigrations.Hosting",
                "ScyllaMigrations.PowerShell", "migration-cli",
            ],
            OurNames().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(OurAssemblies))]
    public void An_assembly_references_only_what_its_rule_allows(string name)
    {
        using AssemblyDefinition assembly = Read(name);
        Assert.Empty(AssemblyRules.Violations(assembly));
    }

    [Theory]
    [InlineData("ScyllaMigrations.Cql")]
    [InlineData("ScyllaMigrations")]
    [InlineData("ScyllaMigrations.Embedded")]
    public void What_windows_powershell_loads_references_only_what_its_rule_allows(string name)
    {
        string configuration = Path.GetFileName(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)))!;
        using AssemblyDefinition assembly =
            AssemblyDefinition.ReadAssembly(Path.Combine(SourceTree.Root, "src", name, "bin", configuration, "netstandard2.0", name + ".dll"));
        Assert.Contains(assembly.MainModule.AssemblyReferences, reference => reference.Name == "netstandard");
        Assert.Empty(AssemblyRules.Violations(assembly));
    }

    [Theory]
    [MemberData(nameof(OurAssemblies))]
    public void Folders_depend_one_way_and_pure_parts_touch_nothing(string name)
    {
        using AssemblyDefinition assembly = Read(name);
        Assert.Empty(LayerRules.Violations(assembly));
    }

    [Fact]
    public void A_planted_reference_to_the_driver_is_found()
    {
        using AssemblyDefinition assembly = Plant("ScyllaMigrations.Embedded");
        assembly.MainModule.AssemblyReferences.Add(new AssemblyNameReference("ScyllaMigrations.Driver", new Version(1, 0)));
        Assert.Equal(["ScyllaMigrations.Embedded references ScyllaMigrations.Driver"], AssemblyRules.Violations(assembly));
    }

    [Fact]
    public void A_planted_package_in_the_parser_is_found()
    {
        using AssemblyDefinition assembly = Plant("ScyllaMigrations.Cql");
        assembly.MainModule.AssemblyReferences.Add(new AssemblyNameReference("System.Collections.Immutable", new Version(8, 0)));
        Assert.Equal(["ScyllaMigrations.Cql references System.Collections.Immutable"], AssemblyRules.Violations(assembly));
    }

    [Fact]
    public void A_planted_look_from_planning_up_to_execution_is_found() =>
        Assert.Equal(
            ["ScyllaMigrations.Planning.Planted looks up to ScyllaMigrations.Execution.Lease"],
            PlantField("ScyllaMigrations.Planning", "ScyllaMigrations.Execution", "Lease"));

    [Fact]
    public void A_planted_session_in_planning_is_found() =>
        Assert.Equal(
            ["ScyllaMigrations.Planning.Planted is pure, but uses ScyllaMigrations.Clusters.ICqlSession"],
            PlantField("ScyllaMigrations.Planning", "ScyllaMigrations.Clusters", "ICqlSession"));

    [Fact]
    public void A_planted_look_from_syntax_up_to_schema_is_found() =>
        Assert.Equal(
            ["ScyllaMigrations.Cql.Syntax.Planted looks up to ScyllaMigrations.Cql.Schema.SchemaEngine"],
            PlantField("ScyllaMigrations.Cql.Syntax", "ScyllaMigrations.Cql.Schema", "SchemaEngine"));

    [Fact]
    public void A_planted_file_in_the_parser_is_found() =>
        Assert.Equal(
            ["ScyllaMigrations.Cql.Syntax.Planted is pure, but uses System.IO.FileStream"],
            PlantField("ScyllaMigrations.Cql.Syntax", "System.IO", "FileStream"));

    private static IEnumerable<string> OurNames() =>
        Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Where(name => AssemblyRules.Known.Contains(name, StringComparer.Ordinal));

    private static IReadOnlyList<string> PlantField(string intoNamespace, string fieldNamespace, string fieldType)
    {
        using AssemblyDefinition assembly = Plant("Planted");
        ModuleDefinition module = assembly.MainModule;
        TypeDefinition type = new(intoNamespace, "Planted", TypeAttributes.Class | TypeAttributes.Public);
        type.Fields.Add(new FieldDefinition("_field", FieldAttributes.Private, new TypeReference(fieldNamespace, fieldType, module, module)));
        module.Types.Add(type);
        return LayerRules.Violations(assembly);
    }

    private static AssemblyDefinition Plant(string name) =>
        AssemblyDefinition.CreateAssembly(new AssemblyNameDefinition(name, new Version(1, 0)), name, ModuleKind.Dll);

    private static AssemblyDefinition Read(string name) =>
        AssemblyDefinition.ReadAssembly(Path.Combine(AppContext.BaseDirectory, name + ".dll"));
}
