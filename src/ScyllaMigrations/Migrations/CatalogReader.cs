using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.Migrations;

/// <summary>Reads a folder of migrations and finds everything that is wrong with it in one go.</summary>
internal sealed class CatalogReader
{
    private readonly string _path;
    private readonly CatalogOptions _options;
    private readonly List<Finding> _findings = [];
    private readonly Dictionary<string, string> _checksums = new(StringComparer.Ordinal);
    private readonly List<(MigrationFileName Name, string File, MigrationScript Script)> _scripts = [];

    private CatalogReader(string path, CatalogOptions options)
    {
        _path = path;
        _options = options;
    }

    public static async Task<MigrationCatalog> ReadAsync(string path, CatalogOptions options, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(path))
        {
            string what = File.Exists(path) ? "is a file; a folder of migrations is expected" : "is not there";
            throw new MigrationException(ErrorCodes.DirectoryNotFound, $"The folder of migrations '{path}' {what}.") { Subject = path };
        }

        CatalogReader reader = new(path, options);
        foreach (string file in Directory.GetFiles(path).OrderBy(Path.GetFileName, StringComparer.Ordinal))
        {
            await reader.ReadScriptAsync(file, cancellationToken).ConfigureAwait(false);
        }

        await reader.CompareSumAsync(cancellationToken).ConfigureAwait(false);
        List<Migration> migrations = [.. reader.Assemble(), .. options.Registered];
        reader._findings.AddRange(CatalogRules.FindDuplicates(migrations));
        if (options.AllowEmptyScripts)
        {
            reader._findings.RemoveAll(finding => finding.Id == FindingIds.EmptyScript);
        }

        return reader._findings.Any(finding => finding.Severity == FindingSeverity.Error)
            ? throw CatalogRules.Invalid(reader._findings)
            : new MigrationCatalog(path, migrations, reader._findings);
    }

    private async Task ReadScriptAsync(string file, CancellationToken cancellationToken)
    {
        string name = Path.GetFileName(file);
        if (!MigrationFileName.Suggests(name))
        {
            return;
        }

        if (!MigrationFileName.TryParse(name, out MigrationFileName? parsed, out string? error))
        {
            _findings.Add(new Finding(FindingIds.InvalidFileName, FindingSeverity.Error, error) { File = name, Remedy = "Rename the file or move it elsewhere." });
            return;
        }

        string? text = await ReadTextAsync(file, name, cancellationToken).ConfigureAwait(false);
        if (text is null)
        {
            // Still known as there, so that neither migrations.sum nor a down script is reported for its sake.
            _checksums[name] = string.Empty;
            text = string.Empty;
            _scripts.Add((parsed, name, new MigrationScript(new SourceText(name, text), string.Empty)));
            return;
        }

        MigrationScript script = ScriptReader.Read(name, text, _options.KnownVariables, _findings);
        _checksums[name] = script.Checksum;
        _scripts.Add((parsed, name, script));
    }

    private async Task<string?> ReadTextAsync(string file, string name, CancellationToken cancellationToken)
    {
        try
        {
            using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.Read, 4096, useAsync: true);
            using MemoryStream bytes = new();
            await stream.CopyToAsync(bytes, 81920, cancellationToken).ConfigureAwait(false);
            string? text = StrictUtf8.Decode(bytes.ToArray(), name, out Finding? finding);
            if (finding is not null)
            {
                _findings.Add(finding);
            }

            return text;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _findings.Add(new Finding(FindingIds.FileUnreadable, FindingSeverity.Error, $"The file cannot be read: {exception.Message}") { File = name });
            return null;
        }
    }

    private async Task CompareSumAsync(CancellationToken cancellationToken)
    {
        string file = Path.Combine(_path, SumFile.Name);
        if (_options.IgnoreSum || !File.Exists(file))
        {
            return;
        }

        string? text = await ReadTextAsync(file, SumFile.Name, cancellationToken).ConfigureAwait(false);
        if (text is not null)
        {
            // A script that could not be read has its own finding.
            _findings.AddRange(SumFile.Compare(new SourceText(SumFile.Name, text), _checksums)
                .Where(finding => !_checksums.Any(script => script.Value.Length == 0 && finding.Message.StartsWith("'" + script.Key + "'", StringComparison.Ordinal))));
        }
    }

    private IEnumerable<Migration> Assemble()
    {
        foreach (IGrouping<string, (MigrationFileName Name, string File, MigrationScript Script)> files in _scripts.GroupBy(script => script.Name.Stem, StringComparer.Ordinal))
        {
            MigrationScript? Part(ScriptPart part) => files.Where(file => file.Name.Part == part).Select(file => file.Script).FirstOrDefault();
            if (Part(ScriptPart.Up) is not { } up)
            {
                _findings.AddRange(files.Select(file => new Finding(FindingIds.MissingUp, FindingSeverity.Error, $"There is no '{files.Key}.cql' to it.")
                {
                    File = file.File,
                    Remedy = "The names of a migration's files are equal up to '.down.cql' and '.check.cql'.",
                }));
                continue;
            }

            MigrationFileName name = files.First().Name;
            yield return new Migration
            {
                Kind = name.Kind,
                Version = name.Version,
                Description = name.Description,
                Up = up,
                Down = Part(ScriptPart.Down),
                Check = Part(ScriptPart.Check),
                IsFile = true,
            };
        }
    }
}
