using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Loader;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Clusters.Drivers;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.DriverHost;
using Xunit;

namespace ScyllaMigrations.Tests.Clusters.Drivers;

public sealed class DriverLoaderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("driver-loader").FullName;

    // The assemblies stay loaded, and Windows does not delete the file of a loaded assembly.
    public void Dispose()
    {
        if (!OperatingSystem.IsWindows())
        {
            Directory.Delete(_root, recursive: true);
        }
    }

    [Fact]
    public void Two_adapters_of_one_name_and_version_live_side_by_side()
    {
        IClusterProvider one = Load(MakeDriver("one", "first body"));
        IClusterProvider two = Load(MakeDriver("two", "second body"));
        Assert.Equal("first body", one.ToString());
        Assert.Equal("second body", two.ToString());
        Assert.Equal(one.GetType().AssemblyQualifiedName, two.GetType().AssemblyQualifiedName);
        Assert.NotEqual(one.GetType(), two.GetType());
    }

    [Fact]
    public void A_folder_is_loaded_once_and_not_into_the_default_context()
    {
        string folder = MakeDriver("one", "body");
        IClusterProvider provider = Load(folder);
        Assert.Same(provider.GetType(), Load(folder).GetType());
        AssemblyLoadContext? context = AssemblyLoadContext.GetLoadContext(provider.GetType().Assembly);
        Assert.NotSame(AssemblyLoadContext.Default, context);
        Assert.DoesNotContain(AssemblyLoadContext.Default.Assemblies, assembly => assembly.GetName().Name == "FakeDriver");
    }

    [Fact]
    public void A_copy_of_the_contract_in_the_folder_is_not_used()
    {
        string folder = MakeDriver("one", "body");
        foreach (Assembly contract in new[] { typeof(IClusterProvider).Assembly, typeof(CqlDialect).Assembly })
        {
            File.Copy(contract.Location, Path.Combine(folder, Path.GetFileName(contract.Location)));
            File.AppendAllText(Path.Combine(folder, DriverFolder.IndexFile), $"{Path.GetFileName(contract.Location)}|{contract.FullName}\n");
        }

        // The cast in Load would fail with a second copy of the interface.
        AssemblyLoadContext context = AssemblyLoadContext.GetLoadContext(Load(folder).GetType().Assembly)!;
        Assert.Equal(["FakeDriver"], context.Assemblies.Select(assembly => assembly.GetName().Name));
    }

    [Fact]
    public void A_file_that_is_no_assembly_is_named()
    {
        string folder = MakeDriver("one", "body");
        File.WriteAllText(Path.Combine(folder, "FakeDriver.dll"), "text");
        MigrationException error = Assert.Throws<MigrationException>(() => Load(folder));
        Assert.Equal(ErrorCodes.DriverNotFound, error.Code);
        Assert.Contains($"the driver in {folder} cannot be loaded", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(ClusterOptions), nameof(ClusterOptions.Port))]
    [InlineData(typeof(CqlDialect), nameof(CqlDialect.Features))]
    public void Init_accessors_look_the_same_in_every_build_of_the_contract(Type type, string property) =>
        Assert.Equal(
            [type.Assembly],
            type.GetProperty(property)!.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().Select(modifier => modifier.Assembly));

    private static IClusterProvider Load(string folder) =>
        new DriverLoader().Load(DriverFolder.Find(folder, _ => null, folder, DriverEdition.Core));

    private string MakeDriver(string name, string body)
    {
        string folder = Path.Combine(_root, name);
        Directory.CreateDirectory(folder);
        PersistedAssemblyBuilder assembly = new(new AssemblyName("FakeDriver, Version=1.0.0.0"), typeof(object).Assembly);
        TypeBuilder type = assembly.DefineDynamicModule("FakeDriver").DefineType("Fake.Provider", TypeAttributes.Public, typeof(object), [typeof(IClusterProvider)]);
        MethodInfo connect = typeof(IClusterProvider).GetMethod(nameof(IClusterProvider.ConnectAsync))!;
        ILGenerator il = type.DefineMethod(
            connect.Name, MethodAttributes.Public | MethodAttributes.Virtual, typeof(Task<ICluster>), [.. connect.GetParameters().Select(p => p.ParameterType)])
            .GetILGenerator();
        il.Emit(OpCodes.Ldnull);
        il.Emit(OpCodes.Ret);
        il = type.DefineMethod(nameof(ToString), MethodAttributes.Public | MethodAttributes.Virtual, typeof(string), []).GetILGenerator();
        il.Emit(OpCodes.Ldstr, body);
        il.Emit(OpCodes.Ret);
        type.CreateType();
        assembly.Save(Path.Combine(folder, "FakeDriver.dll"));
        File.WriteAllText(
            Path.Combine(folder, DriverFolder.IndexFile),
            "adapter Fake.Provider, FakeDriver\nFakeDriver.dll|FakeDriver, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null\n");
        return folder;
    }
}
