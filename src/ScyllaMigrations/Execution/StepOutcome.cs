namespace ScyllaMigrations.Execution;

/// <summary>What became of a step that the schema cannot prove.</summary>
internal enum StepOutcome
{
    /// <summary>About to be sent; written before a statement that must not be sent twice.</summary>
    Sending,

    /// <summary>The server answered that it took effect.</summary>
    Done,

    /// <summary>The server refused it: it did not take effect.</summary>
    Refused,
}
