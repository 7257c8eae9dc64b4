namespace ScyllaMigrations.Planning;

/// <summary>How careful one has to be with a step.</summary>
public enum StepRisk
{
    /// <summary>Adds something; readers and writers do not notice.</summary>
    Low,

    /// <summary>Changes how something behaves, costs the cluster work, or cannot be taken back.</summary>
    Medium,

    /// <summary>Loses data, or breaks programs that use what it changes.</summary>
    High,
}
