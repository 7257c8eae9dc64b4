using System.CommandLine;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Drift;
using ScyllaMigrations.Reporting;

namespace ScyllaMigrations.Cli.Commands;

/// <summary><c>validate</c>, also <c>drift</c>: the live schema against the prediction.</summary>
internal static class ValidateVerb
{
    public static Verb Create()
    {
        Command command = new("validate", "Hold the live schema against the one that the applied migrations predict, and run check scripts. Exit 4 when it differs.");
        command.Aliases.Add("drift");
        return new Verb(command, async (run, cancellationToken) =>
        {
            await using OpenManager open = await run.OpenAsync(cancellationToken);
            ValidationResult result = await open.Manager.ValidateAsync(cancellationToken);
            run.Output.Show(result, ValidationDocument.Of);
            return result.Valid ? ExitCode.Done : run.Failed(ErrorCodes.SchemaInvalid, result.Message);
        });
    }
}
