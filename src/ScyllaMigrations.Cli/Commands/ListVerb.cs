using System.Collections.Generic;
using System.CommandLine;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Migrations;
using ScyllaMigrations.Reporting;

namespace ScyllaMigrations.Cli.Commands;

/// <summary><c>list</c>: the catalog, without a cluster.</summary>
internal static class ListVerb
{
    public static Verb Create() =>
        new(new Command("list", "The migrations that are there, in their order; needs no cluster."), async (run, cancellationToken) =>
        {
            MigrationCatalog catalog = await (await run.ReadSetupAsync(cancellationToken)).LoadCatalogAsync(cancellationToken);
            IReadOnlyList<CatalogEntry> entries = CatalogEntry.Of(catalog.Migrations, catalog.Path);
            run.Output.Show(entries, CatalogDocument.Of);
            return ExitCode.Done;
        });
}
