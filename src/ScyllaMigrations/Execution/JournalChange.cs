namespace ScyllaMigrations.Execution;

/// <summary>An object of the schema that a journaled step touches.</summary>
/// <param name="Object">Its kind and name, such as <c>table k.t</c>.</param>
/// <param name="Before">Its fingerprint before; null when absent.</param>
/// <param name="After">Its fingerprint after; null when absent.</param>
internal sealed record JournalChange(string Object, string? Before, string? After);
