using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Numerics;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.Migrations;

/// <summary>Makes the files of a new migration. Never writes over a file; where the folder has a <c>migrations.sum</c>, the new files are added to it.</summary>
public static class MigrationScaffold
{
    /// <summary>The version that comes after all others: the next minor version, or 1.0.0 for the first.</summary>
    public static MigrationVersion NextVersion(MigrationCatalog catalog) =>
        MigrationVersion.Parse(catalog.Latest is { } latest ? $"{latest.Major}.{latest.Minor + BigInteger.One}.0" : "1.0.0");

    /// <summary>Makes the files.</summary>
    /// <param name="path">The folder; made when it is not there.</param>
    /// <param name="request">What is wanted.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="MigrationException">
    /// ConfigurationInvalid: the description cannot be part of a file's name, the version is not the newest, or a file is there already. MigrationsInvalid: what is
    /// in the folder is not valid, its <c>migrations.sum</c> included.
    /// </exception>
    public static async Task<ScaffoldResult> CreateAsync(string path, ScaffoldRequest request, CancellationToken cancellationToken)
    {
        string words = FileWords(request.Description);
        Directory.CreateDirectory(path);
        MigrationCatalog catalog = await MigrationCatalog.LoadAsync(path, new CatalogOptions { AllowEmptyScripts = true }, cancellationToken).ConfigureAwait(false);
        MigrationVersion? version = request.Repeatable ? null : request.Version ?? NextVersion(catalog);
        if (version is not null && catalog.Latest is { } latest && version <= latest)
        {
            throw Invalid($"version {version} does not come after {latest}, the newest one; a migration that others may have passed already would be left out");
        }

        string stem = version is null ? $"R__{words}" : $"V{version}__{words}";
        string title = request.Description.Trim();
        List<(string Name, string Text)> files = [(stem + ".cql", request.Up ?? $"-- {title}\n")];
        if (request.Down)
        {
            files.Add((stem + ".down.cql", $"-- Takes back: {title}\n"));
        }

        if (request.Check)
        {
            files.Add((stem + ".check.cql", $"-- Each SELECT must return a row after: {title}\n"));
        }

        if (files.FirstOrDefault(file => File.Exists(Path.Combine(path, file.Name))).Name is { } existing)
        {
            throw Invalid($"{existing} is there already");
        }

        foreach ((string name, string text) in files)
        {
            await WriteNewAsync(Path.Combine(path, name), text, cancellationToken).ConfigureAwait(false);
        }

        if (File.Exists(Path.Combine(path, SumFile.Name)))
        {
            await UpdateSumAsync(path, cancellationToken).ConfigureAwait(false);
        }

        return new ScaffoldResult
        {
            Path = path,
            Version = version?.ToString() ?? "R:" + words.Replace('_', ' '),
            Description = title,
            Files = [.. files.Select(file => Path.Combine(path, file.Name))],
        };
    }

    /// <summary>Writes <c>migrations.sum</c> anew from the files that are there.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="MigrationException">DirectoryNotFound, MigrationsInvalid: apart from the sums, something is not valid.</exception>
    public static async Task UpdateSumAsync(string path, CancellationToken cancellationToken)
    {
        MigrationCatalog catalog = await MigrationCatalog.LoadAsync(path, new CatalogOptions { IgnoreSum = true, AllowEmptyScripts = true }, cancellationToken).ConfigureAwait(false);
        string file = Path.Combine(path, SumFile.Name);
        string fresh = file + ".new";
        File.Delete(fresh);
        await WriteNewAsync(fresh, catalog.FormatSum(), cancellationToken).ConfigureAwait(false);

        // A half-written file of sums would make every run refuse.
        if (File.Exists(file))
        {
            File.Replace(fresh, file, null);
        }
        else
        {
            File.Move(fresh, file);
        }
    }

    private static async Task WriteNewAsync(string file, string text, CancellationToken cancellationToken)
    {
        using MemoryStream bytes = new(Encoding.UTF8.GetBytes(text));
        using FileStream stream = new(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, 4096, useAsync: true);
        await bytes.CopyToAsync(stream, 81920, cancellationToken).ConfigureAwait(false);
    }

    private static string FileWords(string description)
    {
        string words = string.Join("_", description.Split([' ', '\t', '_'], StringSplitOptions.RemoveEmptyEntries));
        return words.Length > 0 && words.All(character => char.IsLetterOrDigit(character) || character is '_' or '-')
            ? words
            : throw Invalid($"'{description}' cannot be part of a file's name; expected words of letters, digits and hyphens");
    }

    private static MigrationException Invalid(string message) => new(ErrorCodes.ConfigurationInvalid, message);
}
