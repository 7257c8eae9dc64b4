namespace ScyllaMigrations.Planning;

/// <summary>What a person has to know of a step before approving it.</summary>
/// <param name="Risk">How careful one has to be.</param>
/// <param name="Loss">What it does to data that is there.</param>
/// <param name="Reason">Why; null when there is nothing to say.</param>
internal sealed record StepAssessment(StepRisk Risk, DataLoss Loss = DataLoss.None, string? Reason = null)
{
    /// <summary>Nothing to say.</summary>
    public static StepAssessment Harmless { get; } = new(StepRisk.Low);

    /// <summary>Keeps data, but is to be read.</summary>
    public static StepAssessment Careful(string reason) => new(StepRisk.Medium, DataLoss.None, reason);

    /// <summary>May lose data.</summary>
    public static StepAssessment MayLose(string reason) => new(StepRisk.High, DataLoss.Possible, reason);

    /// <summary>Loses data.</summary>
    public static StepAssessment Loses(string reason) => new(StepRisk.High, DataLoss.Certain, reason);
}
