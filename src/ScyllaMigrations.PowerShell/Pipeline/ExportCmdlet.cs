using System.IO;
using System.Management.Automation;
using System.Text;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.PowerShell.Pipeline;

/// <summary>A cmdlet that emits what it made, or writes its text into a file.</summary>
public abstract class ExportCmdlet : ClusterCmdlet
{
    private protected ExportCmdlet()
    {
    }

    /// <summary>The file to write, UTF-8 without a byte-order mark, instead of emitting it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OutFile { get; set; }

    /// <summary>Writes over a file that is there.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Emits a result, or writes its text where that was asked for.</summary>
    private protected void Deliver(object result, string text)
    {
        if (OutFile is null)
        {
            WriteObject(result);
            return;
        }

        string file = FilePath(OutFile);
        if (!ShouldProcess(file, "Write"))
        {
            return;
        }

        try
        {
            using FileStream stream = new(file, Force ? FileMode.Create : FileMode.CreateNew, FileAccess.Write, FileShare.None);
            byte[] bytes = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text);
            stream.Write(bytes, 0, bytes.Length);
        }
        catch (IOException exception)
        {
            string hint = File.Exists(file) && !Force ? " Give -Force to write over it." : "";
            throw new MigrationException(ErrorCodes.ConfigurationInvalid, $"{file} cannot be written: {exception.Message}{hint}", null, exception) { Subject = file };
        }
    }
}
