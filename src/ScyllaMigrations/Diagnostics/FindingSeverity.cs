namespace ScyllaMigrations.Diagnostics;

/// <summary>How grave a finding is.</summary>
public enum FindingSeverity
{
    /// <summary>Worth knowing.</summary>
    Information,

    /// <summary>A risk.</summary>
    Warning,

    /// <summary>A fault: nothing is sent.</summary>
    Error,
}
