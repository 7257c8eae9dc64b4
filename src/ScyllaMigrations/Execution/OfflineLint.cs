using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Linting;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Execution;

/// <summary>Checks the migrations of a folder without a cluster, for every host the same.</summary>
public static class OfflineLint
{
    /// <summary>The dialect that is meant when neither parameter nor configuration names one.</summary>
    public static CqlDialect DefaultDialect => CqlDialect.Cassandra50;

    /// <summary>Reads and checks the migrations. What is wrong with them is a result, no error.</summary>
    /// <param name="setup">Folder and settings.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="MigrationException">DirectoryNotFound, KeyspaceNotGiven.</exception>
    public static async Task<LintResult> RunAsync(MigrationSetup setup, CancellationToken cancellationToken)
    {
        CqlDialect dialect = setup.Settings.Dialect ?? DefaultDialect;
        MigrationCatalog catalog;
        try
        {
            catalog = await setup.LoadCatalogAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (MigrationException exception) when (exception.Code == ErrorCodes.MigrationsInvalid)
        {
            return new LintResult
            {
                Path = setup.Path,
                Keyspace = setup.Settings.Keyspace,
                Dialect = dialect.Name,
                MigrationCount = 0,
                StatementCount = 0,
                Findings = exception.Findings,
            };
        }

        return CatalogLinter.Lint(catalog, dialect, setup.Settings.Keyspace, setup.Settings.Replication, setup.Settings.Variables, setup.Settings.Lint);
    }
}
