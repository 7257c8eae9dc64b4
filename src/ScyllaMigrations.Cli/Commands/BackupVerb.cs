using System.CommandLine;
using ScyllaMigrations.Backup;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Reporting;

namespace ScyllaMigrations.Cli.Commands;

/// <summary><c>backup [DIR]</c>: schema and history into a file.</summary>
internal static class BackupVerb
{
    public static Verb Create()
    {
        Argument<string> folder = new("folder") { HelpName = "DIR", Description = "Folder for the file (default: backups in the folder of the migrations).", Arity = ArgumentArity.ZeroOrOne };
        return new Verb(new Command("backup", "Write schema and history into a new file that only you can read.") { folder }, async (run, cancellationToken) =>
        {
            await using OpenManager open = await run.OpenAsync(cancellationToken);
            string file = await open.NewBackupFileAsync(run.Parse.GetValue(folder), cancellationToken);
            BackupResult result = await open.Manager.BackupAsync(file, cancellationToken);
            run.Output.Show(result, BackupDocument.Of);
            return ExitCode.Done;
        });
    }
}
