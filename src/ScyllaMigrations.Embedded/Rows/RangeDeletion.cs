namespace ScyllaMigrations.Embedded.Rows;

/// <summary>Rows between two bounds, deleted up to a time.</summary>
internal sealed record RangeDeletion(Bound Start, Bound End, long Timestamp);
