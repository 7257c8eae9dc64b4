using System.Reflection;
using ScyllaMigrations.Clusters.Drivers;
using Xunit;

namespace ScyllaMigrations.Tests.Clusters.Drivers;

public sealed class AssemblyMatchTests
{
    private const string Json13 = "Newtonsoft.Json, Version=13.0.0.0, Culture=neutral, PublicKeyToken=30ad4fe6b2a6aeed";

    [Theory]
    [InlineData(Json13, Json13, true)]
    [InlineData(Json13, "newtonsoft.json, Version=13.0.0.0, Culture=neutral, PublicKeyToken=30ad4fe6b2a6aeed", true)]
    [InlineData(Json13, "Newtonsoft.Json, Version=9.0.0.0, Culture=neutral, PublicKeyToken=30ad4fe6b2a6aeed", true)]
    [InlineData(Json13, "Newtonsoft.Json, Version=13.0.0.1, Culture=neutral, PublicKeyToken=30ad4fe6b2a6aeed", false)]
    [InlineData(Json13, "Newtonsoft.Json, Version=13.0.0.0, Culture=neutral, PublicKeyToken=10b231fbfc8c4b4d", false)]
    [InlineData(Json13, "Newtonsoft.Json, Version=13.0.0.0, Culture=neutral, PublicKeyToken=null", false)]
    [InlineData(Json13, "Newtonsoft.Json, Version=13.0.0.0, Culture=de, PublicKeyToken=30ad4fe6b2a6aeed", false)]
    [InlineData(Json13, "Newtonsoft.Json.Bson, Version=13.0.0.0, Culture=neutral, PublicKeyToken=30ad4fe6b2a6aeed", false)]
    [InlineData("Adapter, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null", "Adapter", true)]
    [InlineData("Adapter, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null", "Adapter, Version=1.0.0.0, PublicKeyToken=30ad4fe6b2a6aeed", false)]
    [InlineData("Adapter", "Adapter, Version=1.0.0.0", false)]
    public void Name_culture_key_and_a_version_as_new_decide(string candidate, string requested, bool expected) =>
        Assert.Equal(expected, AssemblyMatch.Satisfies(new AssemblyName(candidate), new AssemblyName(requested)));
}
