using System;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Cli.Interaction;
using ScyllaMigrations.Cli.Options;
using ScyllaMigrations.Cli.Output;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Clusters.Drivers;
using ScyllaMigrations.Configuration;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.DriverHost;
using ScyllaMigrations.Embedded;
using ScyllaMigrations.Execution;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Cli.Commands;

/// <summary>One call of a verb: its arguments, its way to the person, and the library opened as the options say.</summary>
internal sealed class VerbRun(CliEnvironment environment, SharedOptions options, ParseResult parse, ResultWriter output)
{
    /// <summary>The arguments.</summary>
    public ParseResult Parse => parse;

    /// <summary>Where results go.</summary>
    public ResultWriter Output => output;

    /// <summary>True when one JSON document is promised.</summary>
    public bool IsJson => parse.GetValue(options.Output) == OutputFormat.Json;

    /// <summary>Asks the person at the terminal; null when nobody may be asked.</summary>
    public IPrompter? Prompter => parse.GetValue(options.Batch) || IsJson ? null : environment.Prompter;

    /// <summary>True when a person may be asked.</summary>
    public bool CanAsk => Prompter is not null;

    /// <summary>Tells the error that a result stands for, on standard error only: the result itself is written already. Gives its exit code.</summary>
    public ExitCode Failed(ErrorCode code, string message)
    {
        output.ErrorText(new MigrationException(code, message));
        return code.ExitCode;
    }

    /// <summary>Tells what goes on in a run.</summary>
    public ProgressWriter Progress() => new(environment.Error, output.ShowsProgress, output.Verbose, environment.TerminalWidth > 0 ? environment.TerminalWidth : 80);

    /// <summary>Reads settings as the options, environment variables and the configuration file say.</summary>
    public Task<MigrationSetup> ReadSetupAsync(CancellationToken cancellationToken) =>
        MigrationSetup.ReadAsync(
            new MigrationSetupRequest
            {
                Path = parse.GetValue(options.Path),
                Parameters = Parameters(),
                Variable = environment.Variable,
                Environment = parse.GetValue(options.Environment),
            },
            cancellationToken);

    /// <summary>Connects and loads the migrations.</summary>
    public async Task<OpenManager> OpenAsync(CancellationToken cancellationToken)
    {
        MigrationSetup setup = await ReadSetupAsync(cancellationToken);
        MigrationCatalog catalog = await setup.LoadCatalogAsync(cancellationToken);
        foreach (Finding warning in catalog.Warnings)
        {
            output.Note(warning.ToString());
        }

        MigrationManagerOptions managerOptions = setup.ManagerOptions() with { Clock = environment.Clock };
        if (parse.GetValue(options.LeaseTime) is { } leaseTime)
        {
            managerOptions = managerOptions with { LeaseTime = DurationOf(leaseTime, "--lease-time") };
        }

        ICluster cluster = await Selector().ConnectAsync(setup.Settings, cancellationToken);
        return new OpenManager(cluster, setup.Settings.Options, new MigrationManager(cluster, catalog, managerOptions));
    }

    private ClusterSelector Selector() =>
        new(
            async (file, dialect, token) => await EmbeddedCluster.OpenAsync(file, new EmbeddedOptions { Dialect = dialect, Clock = environment.Clock }, token),
            () => new DriverLoader().Load(DriverFolder.Find(parse.GetValue(options.DriverPath), environment.Variable, AppContext.BaseDirectory, DriverEdition.Core)));

    private SettingsLayer Parameters() =>
        new()
        {
            Keyspace = parse.GetValue(options.Keyspace),
            Embedded = parse.GetValue(options.Embedded),
            ContactPoints = parse.GetValue(options.ContactPoints) is { Length: > 0 } hosts ? hosts : null,
            Port = parse.GetValue(options.Port),
            LocalDataCenter = parse.GetValue(options.LocalDataCenter),
            Username = parse.GetValue(options.Username),
            Password = parse.GetValue(options.PasswordFile) is { } file ? PasswordFrom(file) : null,
            Dialect = DialectOf(parse.GetValue(options.Dialect)),
            Variables = RunOptions.Pairs(parse.GetValue(options.Variables), "--set", parse.CommandResult.Command.Name),
            MigrationTimeout = parse.GetValue(options.Timeout) is { } timeout ? DurationOf(timeout, "--timeout") : null,
        };

    private CqlDialect? DialectOf(string? name) =>
        name is null ? null
        : CqlDialect.TryParse(name, out CqlDialect? dialect) ? dialect
        : throw CliErrors.Usage(
            $"--dialect: '{name}' is no known dialect; expected one of {string.Join(", ", CqlDialect.Known.Select(known => known.Name))}.",
            parse.CommandResult.Command.Name);

    private TimeSpan DurationOf(string text, string option) =>
        Durations.TryParse(text, out TimeSpan duration) && duration > TimeSpan.Zero
            ? duration
            : throw CliErrors.Usage($"{option}: '{text}' is no duration; {Durations.Expected}.", parse.CommandResult.Command.Name);

    private static Secret PasswordFrom(string file)
    {
        try
        {
            using StreamReader reader = new(file);
            return new Secret(reader.ReadLine() is { Length: > 0 } password ? password : throw new IOException("its first line is empty"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MigrationException(ErrorCodes.ConfigurationInvalid, $"the password file {file} cannot be read: {exception.Message}", null, exception) { Subject = file };
        }
    }
}
