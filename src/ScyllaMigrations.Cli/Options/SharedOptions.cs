using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ScyllaMigrations.Cli.Output;

namespace ScyllaMigrations.Cli.Options;

/// <summary>The options that every verb takes, before or after it.</summary>
internal sealed class SharedOptions
{
    public Option<string> Path { get; } = Text("--path", "DIR", "Folder of the migrations (default: ./migrations, else the current folder).");

    public Option<string> Keyspace { get; } = Text("--keyspace", "NAME", "Keyspace to migrate (default: configured, else the one that the scripts create).");

    public Option<string> Embedded { get; } = Text("--embedded", "FILE", "Use the embedded cluster in FILE; a missing file is an empty cluster.");

    public Option<string[]> ContactPoints { get; } = new("--contact-point")
    {
        HelpName = "HOST",
        Description = "Host of the cluster, with an optional :port; may be given several times.",
        Arity = ArgumentArity.OneOrMore,
        Recursive = true,
    };

    public Option<int?> Port { get; } = new("--port")
    {
        HelpName = "PORT",
        Description = "Port of contact points without one (default: 9042).",
        CustomParser = ParsePort,
        Recursive = true,
    };

    public Option<string> LocalDataCenter { get; } = Text("--local-dc", "NAME", "Data centre to prefer.");

    public Option<string> Username { get; } = Text("--username", "NAME", "Database user; its password comes from SCYLLADB_PASSWORD or --password-file.");

    public Option<string> PasswordFile { get; } = Text("--password-file", "FILE", "File whose first line is the password.");

    public Option<string> Dialect { get; } = Text("--dialect", "NAME", "Server and version to plan for, such as cassandra-5.0, instead of asking the cluster.");

    public Option<string[]> Variables { get; } = new("--set")
    {
        HelpName = "NAME=VALUE",
        Description = "Value of the variable ${NAME} in scripts; may be given several times.",
        Arity = ArgumentArity.OneOrMore,
        Recursive = true,
    };

    public Option<string> Environment { get; } = Text("--env", "NAME", "Environment of scylla-migrations.json.");

    public Option<string> Timeout { get; } = Text("--timeout", "DURATION", "How long the whole command may take, such as 300s or 5m.");

    public Option<string> DriverPath { get; } = Text("--driver-path", "DIR", "Folder of the driver, where it is not beside the program.");

    // For trials of what happens when a runner dies; a shorter time makes a slow runner look dead.
    public Option<string> LeaseTime { get; } = new("--lease-time") { HelpName = "DURATION", Hidden = true, Recursive = true };

    public Option<OutputFormat> Output { get; } = new("--output", "-o")
    {
        HelpName = "table|json",
        Description = "Tables for people or one JSON document for programs (default: table).",
        CustomParser = ParseFormat,
        Recursive = true,
    };

    public Option<bool> Batch { get; } = Flag("--batch", "Never ask.");

    public Option<bool> Quiet { get; } = Flag("--quiet", "No tables and no progress; the exit code tells. JSON is still written.", "-q");

    public Option<bool> Verbose { get; } = Flag("--verbose", "Tell every step on standard error, and the cause of errors.", "-v");

    public IEnumerable<Option> All =>
    [
        Path, Keyspace, Embedded, ContactPoints, Port, LocalDataCenter, Username, PasswordFile, Dialect, Variables, Environment, Timeout, DriverPath, LeaseTime,
        Output, Batch, Quiet, Verbose,
    ];

    private static Option<string> Text(string name, string value, string description) => new(name) { HelpName = value, Description = description, Recursive = true };

    private static Option<bool> Flag(string name, string description, params string[] aliases) => new(name, aliases) { Description = description, Recursive = true };

    private static int? ParsePort(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port is > 0 and <= 65535)
        {
            return port;
        }

        result.AddError($"'{text}' is not a port; expected a number from 1 to 65535.");
        return null;
    }

    private static OutputFormat ParseFormat(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (text.Equals("json", StringComparison.OrdinalIgnoreCase))
        {
            return OutputFormat.Json;
        }

        if (!text.Equals("table", StringComparison.OrdinalIgnoreCase))
        {
            result.AddError($"'{text}' is not an output format; expected table or json.");
        }

        return OutputFormat.Table;
    }
}
