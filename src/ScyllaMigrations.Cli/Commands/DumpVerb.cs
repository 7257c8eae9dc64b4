using System.CommandLine;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Drift;

namespace ScyllaMigrations.Cli.Commands;

/// <summary><c>dump</c>: the live schema as canonical CQL.</summary>
internal static class DumpVerb
{
    public static Verb Create() =>
        new(new Command("dump", "The live schema as canonical CQL: same schema, same bytes; without ids, dates and the tool's own tables."), async (run, cancellationToken) =>
        {
            await using OpenManager open = await run.OpenAsync(cancellationToken);
            SchemaExport export = await open.Manager.ExportSchemaAsync(cancellationToken);
            run.Output.Script(export, export.Cql);
            return ExitCode.Done;
        });
}
