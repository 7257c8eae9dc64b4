using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Drift;
using ScyllaMigrations.Execution;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Backup;

/// <summary>Writes schema and history into a file: canonical CQL, history as comments in front of it that a restore reads.</summary>
internal sealed class BackupWriter
{
    private readonly ClusterAccess _access;
    private readonly PlanSource _plans;

    public BackupWriter(ClusterAccess access, PlanSource plans)
    {
        _access = access;
        _plans = plans;
    }

    /// <summary>Writes a new file; a file that exists is never overwritten.</summary>
    /// <exception cref="MigrationException">ConfigurationInvalid: the file exists, or cannot be written there.</exception>
    public async Task<BackupResult> WriteAsync(string path, Situation situation, CancellationToken cancellationToken)
    {
        string file;
        try
        {
            file = Path.GetFullPath(path);
            string text = Compose(situation);
            cancellationToken.ThrowIfCancellationRequested();
            using FileStream stream = PrivateFile.Create(file);
            using StreamWriter writer = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            await writer.WriteAsync(text).ConfigureAwait(false);
            writer.Flush();
            stream.Flush(flushToDisk: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new MigrationException(
                ErrorCodes.ConfigurationInvalid, $"the backup cannot be written to '{path}': {exception.Message}\nNothing was sent. Name a new file in a folder that can be written.", null, exception)
            {
                Subject = path,
            };
        }

        return new BackupResult
        {
            Cluster = _access.Cluster.Name,
            Path = _plans.Catalog.Path,
            Keyspace = _plans.Keyspace,
            File = file,
            Version = situation.History.Current?.ToString(),
            ObjectCount = situation.Live.FindKeyspace(_plans.Keyspace) is { } keyspace ? SchemaObjects.Of(keyspace).Count() : 0,
            HistoryCount = situation.History.Entries.Count,
            CreatedAt = _access.Clock.UtcNow.UtcDateTime,
        };
    }

    private string Compose(Situation situation)
    {
        StringBuilder text = new();
        text.Append("-- ScyllaMigrations backup 1\n");
        Comment(text, "cluster", _access.Cluster.Name);
        Comment(text, "keyspace", situation.Keyspace);
        Comment(text, "dialect", _access.Capabilities.Dialect.Name);
        Comment(text, "version", situation.History.Current?.ToString() ?? "none");
        Comment(text, "written", _access.Clock.UtcNow.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        foreach (HistoryEntry entry in situation.History.Entries)
        {
            Comment(text, "history", string.Join(" ", entry.Entry, entry.Action, entry.Kind, entry.Version, entry.Checksum ?? "-", entry.AppliedAt.ToUnixTimeMilliseconds(), CqlWriter.QuoteString(entry.Description)));
        }

        text.Append('\n');
        if (situation.KeyspaceExists)
        {
            text.Append(SchemaExporter.Write(_access, situation));
        }

        return text.ToString();
    }

    // A line break in a name must not end the comment.
    private static void Comment(StringBuilder text, string name, string value) =>
        text.Append("-- ").Append(name).Append(": ").Append(value.Replace("\r", " ").Replace("\n", " ")).Append('\n');
}
