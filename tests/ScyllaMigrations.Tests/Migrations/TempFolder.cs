using System;
using System.IO;
using System.Text;

namespace ScyllaMigrations.Tests.Migrations;

/// <summary>A folder with files that is gone after the test.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("scylla-migrations-").FullName;

    public TempFolder With(string name, string text) => With(name, new UTF8Encoding(false).GetBytes(text));

    public TempFolder With(string name, byte[] bytes)
    {
        File.WriteAllBytes(System.IO.Path.Combine(Path, name), bytes);
        return this;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
