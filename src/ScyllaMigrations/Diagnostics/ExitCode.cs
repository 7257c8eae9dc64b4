namespace ScyllaMigrations.Diagnostics;

/// <summary>The exit code of a run, one for each cause, the same for every host that ends a process.</summary>
public enum ExitCode
{
    /// <summary>Done.</summary>
    Done = 0,

    /// <summary>An error that no rule foresees.</summary>
    Unexpected = 1,

    /// <summary>Wrong usage or configuration.</summary>
    Usage = 2,

    /// <summary>Migrations are pending, asked for by a check of the status.</summary>
    Pending = 3,

    /// <summary>The live schema is not the predicted one, or a check script found no row.</summary>
    Validation = 4,

    /// <summary>Another runner holds the lease.</summary>
    LeaseHeld = 5,

    /// <summary>The cluster cannot be reached or opened.</summary>
    Connection = 6,

    /// <summary>A statement failed.</summary>
    Statement = 7,

    /// <summary>The time allowed ran out.</summary>
    TimedOut = 8,

    /// <summary>The schema's version does not fit the program.</summary>
    Incompatible = 9,

    /// <summary>The migrations themselves are not valid.</summary>
    InvalidMigrations = 10,

    /// <summary>Something is asked for that needs explicit consent.</summary>
    NeedsConsent = 11,

    /// <summary>Cancelled by the user.</summary>
    Cancelled = 130,
}
