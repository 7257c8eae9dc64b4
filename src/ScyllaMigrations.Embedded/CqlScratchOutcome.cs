namespace ScyllaMigrations.Embedded;

/// <summary>What became of a statement.</summary>
public enum CqlScratchOutcome
{
    /// <summary>A server would execute it.</summary>
    Accepted,

    /// <summary>A server would answer with an error.</summary>
    Refused,

    /// <summary>It is meant for another dialect, or can only be judged by a server.</summary>
    NotRun,
}
