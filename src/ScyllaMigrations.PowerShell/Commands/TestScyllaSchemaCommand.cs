using System.Linq;
using System.Management.Automation;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Drift;
using ScyllaMigrations.PowerShell.Pipeline;

namespace ScyllaMigrations.PowerShell.Commands;

/// <summary>Holds the live schema against the one that the applied migrations predict, and runs their checks. Sends reads only.</summary>
[Cmdlet(VerbsDiagnostic.Test, "ScyllaSchema", DefaultParameterSetName = "Path")]
[OutputType(typeof(ValidationResult), typeof(bool))]
public sealed class TestScyllaSchemaCommand : ClusterCmdlet
{
    /// <summary>Answers true or false instead of a result, and writes no error for a schema that is not as predicted.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    private protected override void ProcessFolder(string folder)
    {
        ValidationResult result = WithTarget(folder, (target, token) => target.Manager.ValidateAsync(token));
        if (Quiet)
        {
            WriteObject(result.Valid);
            return;
        }

        WriteObject(result);
        if (!result.Valid)
        {
            ErrorCode code = result.Differences.Count == 0 && result.Checks.Any(check => !check.Passed) ? ErrorCodes.CheckFailed : ErrorCodes.SchemaInvalid;
            throw new MigrationException(code, result.Message) { Subject = result.Keyspace };
        }
    }
}
