using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.Cli;

/// <summary>Errors that only a command line can make.</summary>
internal static class CliErrors
{
    /// <summary>A word on the command line is wrong.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="verb">The verb that was called; null when none was recognised.</param>
    public static MigrationException Usage(string message, string? verb) =>
        new(
            new ErrorCode("UsageInvalid", ExitCode.Usage, verb is null ? "See 'migration-cli --help'." : $"See 'migration-cli {verb} --help'."),
            message);
}
