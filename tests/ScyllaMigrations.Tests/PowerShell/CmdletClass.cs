using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Mono.Cecil;

namespace ScyllaMigrations.Tests.PowerShell;

/// <summary>One cmdlet as the compiled assembly declares it: read, not loaded, so that it needs no PowerShell.</summary>
internal sealed record CmdletClass(
    string Verb, string Noun, string ClassName, bool Sealed, bool ShouldProcess, string ConfirmImpact, IReadOnlyList<string> OutputTypes, IReadOnlyList<CmdletParameter> Parameters)
{
    private const string Automation = "System.Management.Automation.";

    public static IReadOnlyList<CmdletClass> All { get; } = ReadAll();

    public string Name => Verb + "-" + Noun;

    public CmdletParameter? Parameter(string name) => Parameters.SingleOrDefault(parameter => parameter.Name == name);

    public override string ToString() => Name;

    private static List<CmdletClass> ReadAll()
    {
        using DefaultAssemblyResolver resolver = new();
        resolver.AddSearchDirectory(AppContext.BaseDirectory);
        resolver.AddSearchDirectory(Path.Combine(AppContext.BaseDirectory, "powershell"));
        using AssemblyDefinition assembly = AssemblyDefinition.ReadAssembly(
            Path.Combine(AppContext.BaseDirectory, "ScyllaMigrations.PowerShell.dll"), new ReaderParameters { AssemblyResolver = resolver });
        return [.. assembly.MainModule.Types.Where(type => Attribute(type, "CmdletAttribute") is not null).Select(Read)];
    }

    private static CmdletClass Read(TypeDefinition type)
    {
        CustomAttribute cmdlet = Attribute(type, "CmdletAttribute")!;
        return new CmdletClass(
            (string)cmdlet.ConstructorArguments[0].Value,
            (string)cmdlet.ConstructorArguments[1].Value,
            type.Name,
            type.IsSealed,
            Property(cmdlet, "SupportsShouldProcess") is true,
            Property(cmdlet, "ConfirmImpact") switch { 0 => "None", 1 => "Low", 3 => "High", _ => "Medium" },
            [.. type.CustomAttributes.Where(attribute => attribute.AttributeType.Name == "OutputTypeAttribute").SelectMany(OutputTypesOf)],
            [.. Bases(type).SelectMany(declaring => declaring.Properties).Where(property => Attribute(property, "ParameterAttribute") is not null).Select(ReadParameter)]);
    }

    private static CmdletParameter ReadParameter(PropertyDefinition property)
    {
        CustomAttribute[] parameters = [.. property.CustomAttributes.Where(attribute => attribute.AttributeType.FullName == Automation + "ParameterAttribute")];
        return new CmdletParameter(
            property.Name,
            property.PropertyType.FullName,
            parameters.Any(parameter => Property(parameter, "ValueFromPipelineByPropertyName") is true),
            [.. parameters.Where(parameter => Property(parameter, "ValueFromPipeline") is true).Select(parameter => Property(parameter, "ParameterSetName") as string ?? "(all)")],
            [.. property.CustomAttributes.Select(attribute => attribute.AttributeType.Name)],
            [.. property.CustomAttributes.Where(attribute => attribute.AttributeType.Name == "AliasAttribute")
                .SelectMany(attribute => (CustomAttributeArgument[])attribute.ConstructorArguments[0].Value).Select(argument => (string)argument.Value)]);
    }

    private static IEnumerable<string> OutputTypesOf(CustomAttribute attribute) =>
        attribute.ConstructorArguments.SelectMany(argument => argument.Value is CustomAttributeArgument[] many ? many : [argument])
            .Select(argument => argument.Value is TypeReference type ? type.FullName : argument.Value.ToString()!);

    private static IEnumerable<TypeDefinition> Bases(TypeDefinition type)
    {
        for (TypeDefinition? current = type; current is not null && current.Module == type.Module; current = current.BaseType?.Resolve())
        {
            yield return current;
        }
    }

    private static CustomAttribute? Attribute(ICustomAttributeProvider provider, string name) =>
        provider.CustomAttributes.FirstOrDefault(attribute => attribute.AttributeType.FullName == Automation + name);

    private static object? Property(CustomAttribute attribute, string name) =>
        attribute.Properties.Where(property => property.Name == name).Select(property => property.Argument.Value).SingleOrDefault();
}
