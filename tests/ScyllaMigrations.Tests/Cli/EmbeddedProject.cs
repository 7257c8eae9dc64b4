using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Cli.Interaction;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Embedded;

namespace ScyllaMigrations.Tests.Cli;

/// <summary>A folder with migrations of two versions and an embedded cluster beside it.</summary>
internal sealed class EmbeddedProject : IDisposable
{
    private const string Initial = """
        CREATE KEYSPACE IF NOT EXISTS pins WITH replication = {'class': 'NetworkTopologyStrategy', 'datacenter1': 1};
        CREATE TABLE pins.pins (id uuid PRIMARY KEY, cid text, size bigint);
        CREATE TABLE pins.partition_stats (day date PRIMARY KEY, pinned int);

        """;

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("cli");

    public EmbeddedProject()
    {
        Directory.CreateDirectory(Folder);
        Write("V1.0.0__initial_schema.cql", Initial);
        Write("V1.0.0__initial_schema.down.cql", "DROP TABLE pins.partition_stats;\nDROP TABLE pins.pins;\n");
        Write("V1.1.0__names.cql", "ALTER TABLE pins.pins ADD name text;\n");
        Write("V1.1.0__names.down.cql", "ALTER TABLE pins.pins DROP name;\n");
    }

    public string Folder => Path.Combine(_root.FullName, "migrations");

    public string File => Path.Combine(_root.FullName, "pins.cql");

    public void Dispose() => _root.Delete(true);

    public void Write(string name, string text) => System.IO.File.WriteAllText(Path.Combine(Folder, name), text);

    public void Delete(string name) => System.IO.File.Delete(Path.Combine(Folder, name));

    public Task<CliRun> RunAsync(params string[] args) => CliRun.RunAsync([.. args, "--path", Folder, "--embedded", File]);

    public Task<CliRun> AskedAsync(IPrompter prompter, params string[] args) =>
        CliRun.RunAsync(new Dictionary<string, string> { ["NO_COLOR"] = "1" }, prompter, CancellationToken.None, [.. args, "--path", Folder, "--embedded", File]);

    /// <summary>Runs a statement beside the migrations.</summary>
    public async Task ExecuteAsync(string cql)
    {
        await using EmbeddedCluster cluster = await EmbeddedCluster.OpenAsync(File, null, CancellationToken.None);
        await cluster.Session.ExecuteAsync(new CqlRequest(cql), CancellationToken.None);
    }

    /// <summary>A text with the names of this project's folder and file replaced by FOLDER and FILE.</summary>
    public string Plain(string text) => text.Replace(Folder, "FOLDER", StringComparison.Ordinal).Replace(File, "FILE", StringComparison.Ordinal);
}
