namespace ScyllaMigrations.Diagnostics;

/// <summary>Every kind of error of the product. Ids are part of the public contract and never change their meaning.</summary>
public static partial class ErrorCodes
{
    /// <summary>An error that no rule foresees: a defect.</summary>
    public static ErrorCode Unexpected { get; } =
        new("Unexpected", ExitCode.Unexpected, "This is a defect. Please report it with the output of the same command and --verbose.");

    /// <summary>No cluster was named.</summary>
    public static ErrorCode ClusterNotGiven { get; } =
        new("ClusterNotGiven", ExitCode.Usage, "Name a cluster: --embedded FILE, --contact-point HOST, or SCYLLADB_CONTACT_POINTS.");

    /// <summary>A parameter, environment variable or setting of the configuration file is wrong.</summary>
    public static ErrorCode ConfigurationInvalid { get; } =
        new("ConfigurationInvalid", ExitCode.Usage, "Correct the setting named above.");

    /// <summary>The directory of migrations is not there.</summary>
    public static ErrorCode DirectoryNotFound { get; } =
        new("DirectoryNotFound", ExitCode.Usage, "Give the folder that holds the migrations with --path.");

    /// <summary>No keyspace is configured and the scripts do not create exactly one.</summary>
    public static ErrorCode KeyspaceNotGiven { get; } =
        new("KeyspaceNotGiven", ExitCode.Usage, "Set \"keyspace\" in scylla-migrations.json, SCYLLADB_KEYSPACE or --keyspace.");

    /// <summary>The keyspace does not exist and nothing says how to replicate it.</summary>
    public static ErrorCode ReplicationNotGiven { get; } =
        new("ReplicationNotGiven", ExitCode.Usage, "Set \"replication\" in scylla-migrations.json, or create the keyspace in the first migration.");

    /// <summary>The driver adapter's folder is missing or incomplete.</summary>
    public static ErrorCode DriverNotFound { get; } =
        new("DriverNotFound", ExitCode.Connection, "Build it with 'dotnet build src/ScyllaMigrations.Driver', or install the packed module, which contains it.");

    /// <summary>No contact point answered as a CQL server.</summary>
    public static ErrorCode ConnectionFailed { get; } =
        new("ConnectionFailed", ExitCode.Connection, "Check the addresses, the port, the credentials and the local data centre.");

    /// <summary>The embedded file is damaged or not an embedded cluster.</summary>
    public static ErrorCode EmbeddedFileInvalid { get; } =
        new("EmbeddedFileInvalid", ExitCode.Connection, "Restore the file from a backup or from version control. Nothing was changed.");

    /// <summary>Another runner holds the lease, or the embedded file's writer lock.</summary>
    public static ErrorCode LeaseHeld { get; } =
        new("LeaseHeld", ExitCode.LeaseHeld, "Wait for the other run. A holder that died is taken over after the lease time.");

    /// <summary>The lease was lost in the middle of a run.</summary>
    public static ErrorCode LeaseLost { get; } =
        new("LeaseLost", ExitCode.LeaseHeld, "Another runner took over. Run again when it is done: what remains is found by itself.");

    /// <summary>The server refused a statement.</summary>
    public static ErrorCode StatementFailed { get; } =
        new("StatementFailed", ExitCode.Statement, "Correct the cause and run again: what was applied is found by itself.");

    /// <summary>It is not known whether a statement took effect, and nothing can tell.</summary>
    public static ErrorCode OutcomeUnknown { get; } =
        new("OutcomeUnknown", ExitCode.Statement, "Look whether the statement took effect, then choose how to go on.");

    /// <summary>The time allowed ran out.</summary>
    public static ErrorCode TimedOut { get; } =
        new("TimedOut", ExitCode.TimedOut, "Run again with a longer --timeout: what was applied is found by itself.");

    /// <summary>Cancelled by the user.</summary>
    public static ErrorCode Cancelled { get; } =
        new("Cancelled", ExitCode.Cancelled, "Run again to go on: what was applied is found by itself.");

    /// <summary>The live schema is not the predicted one.</summary>
    public static ErrorCode SchemaInvalid { get; } =
        new("SchemaInvalid", ExitCode.Validation, "Compare with 'migration-cli validate' and repair, or record the change as a migration.");

    /// <summary>A check script's SELECT returned no row, or a check in code failed.</summary>
    public static ErrorCode CheckFailed { get; } =
        new("CheckFailed", ExitCode.Validation, "Look at the data that the check asks for.");

    /// <summary>A check of health says that migrations cannot be relied on here.</summary>
    public static ErrorCode Unhealthy { get; } =
        new("Unhealthy", ExitCode.Validation, "Look at the checks that are not healthy; each says what to do.");

    /// <summary>Migrations are pending, asked for by a check of the status.</summary>
    public static ErrorCode MigrationsPending { get; } =
        new("MigrationsPending", ExitCode.Pending, "Run 'migration-cli migrate' or Invoke-ScyllaMigration.");

    /// <summary>The schema is newer than the newest migration.</summary>
    public static ErrorCode SchemaTooNew { get; } =
        new("SchemaTooNew", ExitCode.Incompatible, "Use a newer program or catalog, or go back with 'migration-cli rollback'.");

    /// <summary>The schema is older than the minimum version.</summary>
    public static ErrorCode SchemaTooOld { get; } =
        new("SchemaTooOld", ExitCode.Incompatible, "Migrate the schema first.");

    /// <summary>One or more migrations are not valid; the findings say which and why.</summary>
    public static ErrorCode MigrationsInvalid { get; } =
        new("MigrationsInvalid", ExitCode.InvalidMigrations, "Correct the files named above. Nothing was sent.");

    /// <summary>The keyspace has tables but no history.</summary>
    public static ErrorCode BaselineNeeded { get; } =
        new("BaselineNeeded", ExitCode.InvalidMigrations, "Take the keyspace over with 'migration-cli adopt --version VERSION' (Import-ScyllaMigrationHistory).");

    /// <summary>History and its projection, or history and catalog, contradict each other.</summary>
    public static ErrorCode HistoryInvalid { get; } =
        new("HistoryInvalid", ExitCode.InvalidMigrations, "Repair the history with 'migration-cli repair' (Repair-ScyllaMigrationHistory).");

    /// <summary>The plan loses data and nobody consented.</summary>
    public static ErrorCode DataLossRefused { get; } =
        new("DataLossRefused", ExitCode.NeedsConsent, "Read the plan, then give --allow-data-loss (-AllowDataLoss) or the hash of the approved plan.");

    /// <summary>Something else than data loss needs consent: drift in touched objects, an unhealthy cluster, an impossible undo.</summary>
    public static ErrorCode ConsentNeeded { get; } =
        new("ConsentNeeded", ExitCode.NeedsConsent, "Remove the cause, or override this refusal by name with a reason.");

    /// <summary>An approved plan hash no longer matches the plan.</summary>
    public static ErrorCode PlanChanged { get; } =
        new("PlanChanged", ExitCode.NeedsConsent, "Make the plan again, review it, and approve its new hash.");
}
