using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Configuration;

/// <summary>Reads <c>scylla-migrations.json</c> and reports every fault with its place.</summary>
internal sealed class ConfigurationReader
{
    private readonly SourceText _source;
    private readonly List<Finding> _findings;

    private ConfigurationReader(SourceText source, List<Finding> findings)
    {
        _source = source;
        _findings = findings;
    }

    public static ConfigurationFile? Read(SourceText source, List<Finding> findings)
    {
        ConfigurationReader reader = new(source, findings);
        JsonValue? root = JsonValueReader.Read(source, out int offset, out string? error);
        if (root is null)
        {
            reader.Report(offset, $"This is not JSON: {error}");
            return null;
        }

        Dictionary<string, SettingsLayer> environments = new(StringComparer.Ordinal);
        SettingsLayer settings = reader.Layer(root, environments);
        return new ConfigurationFile { Path = source.Path, Settings = settings, Environments = environments };
    }

    private SettingsLayer Layer(JsonValue json, Dictionary<string, SettingsLayer>? environments)
    {
        SettingsLayer layer = new();
        string[] known =
        [
            "keyspace", "replication", "dialect", "minimumVersion", "variables", "embedded", "contactPoints", "port", "localDataCenter",
            "username", "tls", "policy", .. environments is null ? [] : new[] { "environments", "$schema" },
        ];
        foreach ((string name, JsonValue value) in Members(json, known))
        {
            layer = name switch
            {
                "keyspace" => layer with { Keyspace = Text(value) },
                "replication" => layer with { Replication = Replication(value) },
                "dialect" => layer with { Dialect = Dialect(value) },
                "minimumVersion" => layer with { MinimumVersion = Version(value) },
                "variables" => layer with { Variables = Variables(value) },
                "embedded" => layer with { Embedded = Text(value) },
                "contactPoints" => layer with { ContactPoints = [.. List(value).Select(Text).OfType<string>()] },
                "port" => layer with { Port = Port(value) },
                "localDataCenter" => layer with { LocalDataCenter = Text(value) },
                "username" => layer with { Username = Text(value) },
                "tls" => Tls(layer, value),
                "policy" => Policy(layer, value),
                _ => layer,
            };
            if (name == "environments" && environments is not null)
            {
                foreach ((string environment, JsonValue overrides) in Members(value, null))
                {
                    environments[environment] = Layer(overrides, null);
                }
            }
        }

        return layer;
    }

    private SettingsLayer Tls(SettingsLayer layer, JsonValue json)
    {
        foreach ((string name, JsonValue value) in Members(json, ["enabled", "caFile", "certificateFile", "skipVerify"]))
        {
            layer = name switch
            {
                "enabled" => layer with { Tls = Boolean(value) },
                "caFile" => layer with { TlsCaFile = Text(value) },
                "certificateFile" => layer with { TlsCertificateFile = Text(value) },
                _ => layer with { TlsSkipVerify = Boolean(value) },
            };
        }

        return layer;
    }

    private SettingsLayer Policy(SettingsLayer layer, JsonValue json)
    {
        string[] known = ["autoMigrate", "migrationTimeout", "validateSchema", "allowDowngrade", "backupBeforeMigration", "historyKeyspace", "lint"];
        foreach ((string name, JsonValue value) in Members(json, known))
        {
            layer = name switch
            {
                "autoMigrate" => layer with { AutoMigrate = Boolean(value) },
                "migrationTimeout" => layer with { MigrationTimeout = Duration(value) },
                "validateSchema" => layer with { ValidateSchema = Boolean(value) },
                "allowDowngrade" => layer with { AllowDowngrade = Boolean(value) },
                "backupBeforeMigration" => layer with { BackupBeforeMigration = Boolean(value) },
                "historyKeyspace" => layer with { HistoryKeyspace = Text(value) },
                _ => layer with { Lint = Lint(value) },
            };
        }

        return layer;
    }

    private Dictionary<string, FindingSeverity?> Lint(JsonValue json)
    {
        Dictionary<string, FindingSeverity?> rules = new(StringComparer.Ordinal);
        foreach ((string rule, JsonValue value) in Members(json, null))
        {
            switch (Text(value))
            {
                case "off":
                    rules[rule] = null;
                    break;
                case "information":
                    rules[rule] = FindingSeverity.Information;
                    break;
                case "warning":
                    rules[rule] = FindingSeverity.Warning;
                    break;
                case "error":
                    rules[rule] = FindingSeverity.Error;
                    break;
                case not null:
                    Report(value.Offset, $"A lint rule cannot be {value.Description}; expected \"off\", \"information\", \"warning\" or \"error\".");
                    break;
            }
        }

        return rules;
    }

    private Dictionary<string, string> Variables(JsonValue json)
    {
        Dictionary<string, string> variables = new(StringComparer.Ordinal);
        foreach ((string name, JsonValue value) in Members(json, null))
        {
            if (name is "keyspace" or "replication")
            {
                Report(value.Offset, $"The variable '{name}' always has the value of the setting \"{name}\"; set that instead.");
            }
            else if (name.Length == 0 || !name.All(c => char.IsLetterOrDigit(c) || c is '_' or '.' or '-'))
            {
                Report(value.Offset, $"'{name}' is no name of a variable; expected letters, digits, '_', '.' and '-'.");
            }
            else if (Scalar(value) is { } text)
            {
                variables[name] = text;
            }
        }

        return variables;
    }

    private string? Replication(JsonValue value)
    {
        if (value.Kind == JsonTokenType.String)
        {
            return value.Text.TrimStart().StartsWith("{", StringComparison.Ordinal)
                ? value.Text.Trim()
                : Wrong<string>(value, "a map such as {\"class\": \"NetworkTopologyStrategy\", \"datacenter1\": 3} or its CQL text");
        }

        List<string> entries = [];
        foreach ((string name, JsonValue entry) in Members(value, null))
        {
            if (entry.Kind == JsonTokenType.StartArray)
            {
                entries.Add(Quote(name) + ": [" + string.Join(", ", entry.Items.Select(Text).OfType<string>().Select(Quote)) + "]");
            }
            else if (Scalar(entry) is { } text)
            {
                entries.Add(Quote(name) + ": " + (entry.Kind == JsonTokenType.Number ? text : Quote(text)));
            }
        }

        return "{" + string.Join(", ", entries) + "}";
    }

    private static string Quote(string text) => "'" + text.Replace("'", "''") + "'";

    private CqlDialect? Dialect(JsonValue value) => Text(value) is not { } text ? null
        : CqlDialect.TryParse(text, out CqlDialect? dialect) ? dialect
        : Wrong<CqlDialect>(value, "one of " + string.Join(", ", CqlDialect.Known.Select(known => known.Name)));

    private MigrationVersion? Version(JsonValue value)
    {
        if (Text(value) is not { } text)
        {
            return null;
        }

        if (!MigrationVersion.TryParse(text, out MigrationVersion? version, out string? error))
        {
            Report(value.Offset, error);
        }

        return version;
    }

    private TimeSpan? Duration(JsonValue value)
    {
        if (Text(value) is { } text)
        {
            if (Durations.TryParse(text, out TimeSpan duration) && duration > TimeSpan.Zero)
            {
                return duration;
            }

            Report(value.Offset, $"Found {value.Description}; {Durations.Expected}.");
        }

        return null;
    }

    private int? Port(JsonValue value)
    {
        if (value.Kind == JsonTokenType.Number && int.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port is > 0 and <= 65535)
        {
            return port;
        }

        Wrong<string>(value, "a port from 1 to 65535");
        return null;
    }

    private bool? Boolean(JsonValue value)
    {
        if (value.Kind is JsonTokenType.True or JsonTokenType.False)
        {
            return value.Kind == JsonTokenType.True;
        }

        Wrong<string>(value, "true or false");
        return null;
    }

    private List<JsonValue> List(JsonValue value)
    {
        if (value.Kind != JsonTokenType.StartArray || value.Items.Count == 0)
        {
            Wrong<string>(value, "a list of at least one text");
        }

        return value.Items;
    }

    private string? Scalar(JsonValue value) =>
        value.Kind is JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False ? value.Text : Wrong<string>(value, "a text, a number, true or false");

    private string? Text(JsonValue value) => value.Kind == JsonTokenType.String && value.Text.Length > 0 ? value.Text : Wrong<string>(value, "a text");

    private T? Wrong<T>(JsonValue value, string expected)
        where T : class
    {
        Report(value.Offset, $"Found {value.Description}; expected {expected}.");
        return null;
    }

    private IEnumerable<(string Name, JsonValue Value)> Members(JsonValue json, string[]? known)
    {
        if (json.Kind != JsonTokenType.StartObject)
        {
            Wrong<string>(json, "an object in braces");
        }

        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach ((string name, int offset, JsonValue value) in json.Members)
        {
            if (!seen.Add(name))
            {
                Report(offset, $"\"{name}\" is given twice.");
            }
            else if (known is null || known.Contains(name))
            {
                yield return (name, value);
            }
            else if (name.EndsWith("password", StringComparison.OrdinalIgnoreCase))
            {
                Report(offset, $"\"{name}\" has no place in this file, which others read too; use SCYLLADB_PASSWORD or a credential parameter.");
            }
            else
            {
                Report(offset, $"\"{name}\" is no setting here; known are {string.Join(", ", known.Where(other => other[0] != '$'))}.");
            }
        }
    }

    private void Report(int offset, string message) =>
        _findings.Add(ScriptScanner.FindingAt(_source, offset, ErrorCodes.ConfigurationInvalid.Id, message));
}
