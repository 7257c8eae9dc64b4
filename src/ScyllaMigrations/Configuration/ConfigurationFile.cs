using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Configuration;

/// <summary><c>scylla-migrations.json</c>, which lies beside the migrations.</summary>
public sealed record ConfigurationFile
{
    /// <summary>The file's name.</summary>
    public const string Name = "scylla-migrations.json";

    /// <summary>The file, as the user knows it.</summary>
    public required string Path { get; init; }

    /// <summary>The settings that hold for all environments.</summary>
    public required SettingsLayer Settings { get; init; }

    /// <summary>What each environment sets instead, by its name.</summary>
    public required IReadOnlyDictionary<string, SettingsLayer> Environments { get; init; }

    /// <summary>Reads the file of a folder.</summary>
    /// <param name="folder">The folder of the migrations.</param>
    /// <param name="cancellationToken">Ends reading.</param>
    /// <returns>The file; null when the folder or the file is not there.</returns>
    /// <exception cref="MigrationException">ConfigurationInvalid: the file is not valid; the message shows every fault with its place.</exception>
    public static async Task<ConfigurationFile?> LoadAsync(string folder, CancellationToken cancellationToken)
    {
        string file = System.IO.Path.Combine(folder, Name);
        if (!File.Exists(file))
        {
            return null;
        }

        byte[] bytes;
        try
        {
            using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.Read, 4096, useAsync: true);
            using MemoryStream memory = new();
            await stream.CopyToAsync(memory, 81920, cancellationToken).ConfigureAwait(false);
            bytes = memory.ToArray();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MigrationException(ErrorCodes.ConfigurationInvalid, $"{Name} cannot be read: {exception.Message}", inner: exception) { Subject = file };
        }

        string text = StrictUtf8.Decode(bytes, Name, out Finding? finding) ?? throw Invalid([finding!]);
        ConfigurationFile configuration = Parse(new SourceText(Name, text));
        return configuration with
        {
            Settings = Rooted(configuration.Settings, folder),
            Environments = configuration.Environments.ToDictionary(pair => pair.Key, pair => Rooted(pair.Value, folder), StringComparer.Ordinal),
        };
    }

    /// <summary>Reads the file's text. Paths in it stay as written.</summary>
    /// <param name="source">The text and its name.</param>
    /// <exception cref="MigrationException">ConfigurationInvalid: the text is not valid; the message shows every fault with its place.</exception>
    public static ConfigurationFile Parse(SourceText source)
    {
        List<Finding> findings = [];
        ConfigurationFile? file = ConfigurationReader.Read(source, findings);
        return file is null || findings.Count > 0 ? throw Invalid(findings) : file;
    }

    private static SettingsLayer Rooted(SettingsLayer layer, string folder) => layer with
    {
        Embedded = Rooted(layer.Embedded, folder),
        TlsCaFile = Rooted(layer.TlsCaFile, folder),
        TlsCertificateFile = Rooted(layer.TlsCertificateFile, folder),
    };

    private static string? Rooted(string? path, string folder) => path is null ? null : System.IO.Path.Combine(folder, path);

    private static MigrationException Invalid(List<Finding> findings) =>
        new(ErrorCodes.ConfigurationInvalid, string.Join("\n", findings.Select(finding => finding.ToString())), findings) { Subject = findings[0].File };
}
