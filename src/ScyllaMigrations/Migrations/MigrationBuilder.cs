using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.Migrations;

/// <summary>Makes a migration that is registered in code.</summary>
/// <example><code>
/// Migration first = MigrationBuilder.Versioned("1.0.0", "initial schema").Up("CREATE TABLE pins (cid blob PRIMARY KEY);").Build();
/// </code></example>
public sealed class MigrationBuilder
{
    private readonly MigrationVersion? _version;
    private readonly string _description;
    private readonly List<Finding> _findings = [];
    private MigrationScript? _up;
    private MigrationScript? _down;
    private MigrationScript? _check;
    private MigrationCheck? _checkDelegate;

    private MigrationBuilder(MigrationVersion? version, string description)
    {
        _version = version;
        _description = string.IsNullOrWhiteSpace(description) ? throw new ArgumentException("A migration needs a description.", nameof(description)) : description.Trim();
    }

    private string Name => _version is null ? "R:" + _description : _version.ToString();

    /// <summary>Begins a migration with a version.</summary>
    /// <param name="version">Semantic Versioning 2.0.</param>
    /// <param name="description">A few words.</param>
    /// <exception cref="FormatException">The version is none.</exception>
    public static MigrationBuilder Versioned(string version, string description) => new(MigrationVersion.Parse(version), description);

    /// <summary>Begins a migration that is applied again whenever its text changes.</summary>
    /// <param name="name">Its name.</param>
    public static MigrationBuilder Repeatable(string name) => new(null, name);

    /// <summary>Sets the up script.</summary>
    /// <param name="cql">Its text.</param>
    public MigrationBuilder Up(string cql) => Set(ref _up, Read($"<{Name}>", cql));

    /// <summary>Sets the up script from an embedded resource.</summary>
    /// <param name="assembly">The assembly that holds it.</param>
    /// <param name="resource">The resource's full name.</param>
    /// <exception cref="MigrationException">MigrationsInvalid: there is no such resource, or it is not UTF-8.</exception>
    public MigrationBuilder Up(Assembly assembly, string resource) => Set(ref _up, Read(assembly, resource));

    /// <summary>Sets the down script.</summary>
    /// <param name="cql">Its text.</param>
    public MigrationBuilder Down(string cql) => Set(ref _down, Read($"<{Name}.down>", cql));

    /// <summary>Sets the down script from an embedded resource.</summary>
    /// <param name="assembly">The assembly that holds it.</param>
    /// <param name="resource">The resource's full name.</param>
    /// <exception cref="MigrationException">MigrationsInvalid: there is no such resource, or it is not UTF-8.</exception>
    public MigrationBuilder Down(Assembly assembly, string resource) => Set(ref _down, Read(assembly, resource));

    /// <summary>Sets the check script.</summary>
    /// <param name="cql">SELECT statements that must each return a row.</param>
    public MigrationBuilder Check(string cql) => Set(ref _check, Read($"<{Name}.check>", cql));

    /// <summary>Sets the check script from an embedded resource.</summary>
    /// <param name="assembly">The assembly that holds it.</param>
    /// <param name="resource">The resource's full name.</param>
    /// <exception cref="MigrationException">MigrationsInvalid: there is no such resource, or it is not UTF-8.</exception>
    public MigrationBuilder Check(Assembly assembly, string resource) => Set(ref _check, Read(assembly, resource));

    /// <summary>Sets a check in code; it runs after the check script, if there is one.</summary>
    /// <param name="check">Returns null when all is well, else what is wrong.</param>
    public MigrationBuilder Check(MigrationCheck check)
    {
        _checkDelegate = check ?? throw new ArgumentNullException(nameof(check));
        return this;
    }

    /// <summary>The migration.</summary>
    /// <exception cref="MigrationException">MigrationsInvalid: there is no up script, or a script is empty or has a wrong setting.</exception>
    public Migration Build()
    {
        if (_up is null)
        {
            _findings.Add(new Finding(FindingIds.MissingUp, FindingSeverity.Error, "The migration has no up script.") { File = $"<{Name}>" });
        }

        if (_version is null && _down is not null)
        {
            _findings.Add(new Finding(FindingIds.InvalidFileName, FindingSeverity.Error, "A repeatable migration has no down script; only versions can be taken back.") { File = $"<{Name}>" });
        }

        return _findings.Count > 0
            ? throw CatalogRules.Invalid(_findings)
            : new Migration
            {
                Kind = _version is null ? MigrationKind.Repeatable : MigrationKind.Versioned,
                Version = _version,
                Description = _description,
                Up = _up!,
                Down = _down,
                Check = _check,
                CheckDelegate = _checkDelegate,
            };
    }

    private MigrationBuilder Set(ref MigrationScript? script, MigrationScript value)
    {
        script = value;
        return this;
    }

    private MigrationScript Read(string name, string cql) => ScriptReader.Read(name, cql ?? throw new ArgumentNullException(nameof(cql)), null, _findings);

    private MigrationScript Read(Assembly assembly, string resource)
    {
        using Stream stream = assembly.GetManifestResourceStream(resource)
            ?? throw CatalogRules.Invalid(
            [
                new Finding(FindingIds.FileUnreadable, FindingSeverity.Error, $"The assembly {assembly.GetName().Name} holds no resource of that name.")
                {
                    File = resource,
                    Remedy = "It holds: " + string.Join(", ", assembly.GetManifestResourceNames()),
                },
            ]);
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return StrictUtf8.Decode(bytes.ToArray(), resource, out Finding? finding) is { } text ? Read(resource, text) : throw CatalogRules.Invalid([finding!]);
    }
}
