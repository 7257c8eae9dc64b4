using System.Linq;
using System.Management.Automation;
using System.Text;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.PowerShell.Pipeline;

/// <summary>Turns the library's one exception into PowerShell's records.</summary>
internal static class ErrorRecords
{
    /// <summary>Makes a record: the stable id, the category of the cause, the subject as target, message with findings, and the remedy in this shell's words.</summary>
    /// <param name="exception">The error.</param>
    /// <param name="item">What the cmdlet worked on, for errors that have no subject of their own.</param>
    public static ErrorRecord From(MigrationException exception, object? item)
    {
        ErrorRecord record = new(exception, exception.Code.Id, CategoryOf(exception.Code), exception.Subject ?? item)
        {
            ErrorDetails = new ErrorDetails(Message(exception)) { RecommendedAction = Remedies.ForPowerShell(exception.Code.Remedy) },
        };
        return record;
    }

    /// <summary>The message and each finding on lines of its own, worst first as the library orders them.</summary>
    public static string Message(MigrationException exception)
    {
        StringBuilder text = new(exception.Message);
        foreach (Finding finding in exception.Findings.Where(finding => !exception.Message.Contains(finding.Message)))
        {
            text.Append('\n').Append(finding);
        }

        return text.ToString();
    }

    private static ErrorCategory CategoryOf(ErrorCode code) => code.Id switch
    {
        nameof(ErrorCodes.DriverNotFound) => ErrorCategory.NotInstalled,
        nameof(ErrorCodes.DirectoryNotFound) => ErrorCategory.ObjectNotFound,
        _ => code.ExitCode switch
        {
            ExitCode.Usage => ErrorCategory.InvalidArgument,
            ExitCode.Pending or ExitCode.Validation => ErrorCategory.InvalidResult,
            ExitCode.LeaseHeld => ErrorCategory.ResourceBusy,
            ExitCode.Connection => ErrorCategory.ConnectionError,
            ExitCode.Statement or ExitCode.Incompatible => ErrorCategory.InvalidOperation,
            ExitCode.TimedOut => ErrorCategory.OperationTimeout,
            ExitCode.InvalidMigrations => ErrorCategory.InvalidData,
            ExitCode.NeedsConsent => ErrorCategory.PermissionDenied,
            ExitCode.Cancelled => ErrorCategory.OperationStopped,
            _ => ErrorCategory.NotSpecified,
        },
    };
}
