using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection;
using ScyllaMigrations.PowerShell.Loading;
using Xunit;

namespace ScyllaMigrations.Tests.PowerShell;

public sealed class FolderResolverTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("resolver").FullName;
    private readonly List<string> _loads = [];
    private readonly FolderResolver _resolver;

    public FolderResolverTests()
    {
        // A real assembly under a real name: its identity is read from the file, its loading is counted.
        Directory.CreateDirectory(Path.Combine(_folder, "desktop"));
        File.Copy(typeof(Mono.Cecil.TypeReference).Assembly.Location, Path.Combine(_folder, "desktop", "Mono.Cecil.dll"));
        _resolver = FolderResolver.ForClosure(_folder, Path.Combine(_folder, "desktop"), Load);
    }

    private static string CecilName => typeof(Mono.Cecil.TypeReference).Assembly.FullName!;

    public void Dispose() => Directory.Delete(_folder, true);

    [Theory]
    [InlineData("ScyllaMigrations.dll")]
    [InlineData("desktop/System.Text.Json.dll")]
    public void The_module_and_its_closure_get_what_is_in_the_closure(string requester) =>
        Assert.Equal(CecilName, _resolver.Resolve(new AssemblyName(CecilName), Path.Combine(_folder, requester))!.FullName);

    [Theory]
    [InlineData("/elsewhere/Other.dll")]
    [InlineData("")]
    [InlineData(null)]
    public void A_stranger_gets_no_answer(string? requester)
    {
        Assert.Null(_resolver.Resolve(new AssemblyName(CecilName), requester));
        Assert.Empty(_loads);
    }

    [Fact]
    public void The_same_assembly_is_loaded_once()
    {
        Assembly? first = _resolver.Resolve(new AssemblyName(CecilName), Path.Combine(_folder, "A.dll"));
        Assert.Same(first, _resolver.Resolve(new AssemblyName(CecilName), Path.Combine(_folder, "B.dll")));
        Assert.Single(_loads);
    }

    [Theory]
    [InlineData("Mono.Cecil, Version=99.0.0.0, Culture=neutral, PublicKeyToken=50cebf1cceb9d05e")]
    [InlineData("Mono.Cecil, Version=0.11.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089")]
    [InlineData("Absent, Version=1.0.0.0")]
    public void What_does_not_fit_is_not_loaded(string asked)
    {
        Assert.Null(_resolver.Resolve(new AssemblyName(asked), Path.Combine(_folder, "ScyllaMigrations.dll")));
        Assert.Empty(_loads);
    }

    [Fact]
    public void The_contract_is_answered_with_what_is_loaded_whatever_version_is_asked()
    {
        FolderResolver resolver = new([_folder], _ => null, [typeof(Diagnostics.ErrorCode).Assembly], Load);
        AssemblyName asked = new("ScyllaMigrations, Version=99.0.0.0");
        Assert.Same(typeof(Diagnostics.ErrorCode).Assembly, resolver.Resolve(asked, Path.Combine(_folder, "ScyllaMigrations.Driver.dll")));
    }

    private Assembly Load(string file)
    {
        _loads.Add(file);
        return typeof(Mono.Cecil.TypeReference).Assembly;
    }
}
