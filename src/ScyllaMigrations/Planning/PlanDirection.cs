namespace ScyllaMigrations.Planning;

/// <summary>Which way a plan goes.</summary>
public enum PlanDirection
{
    /// <summary>Applies migrations.</summary>
    Up,

    /// <summary>Takes migrations back.</summary>
    Down,
}
