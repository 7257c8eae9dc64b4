using ScyllaMigrations.Embedded.Values;

namespace ScyllaMigrations.Embedded.Rows;

/// <summary>One written value.</summary>
/// <param name="Timestamp">When it was written, microseconds since 1970.</param>
/// <param name="Value">The value; null where one was deleted.</param>
/// <param name="TimeToLive">Seconds that it was given to live; 0 for ever.</param>
/// <param name="ExpiresAt">Second since 1970 at which it is gone; 0 for never.</param>
internal sealed record Cell(long Timestamp, byte[]? Value, int TimeToLive = 0, long ExpiresAt = 0)
{
    /// <summary>Whether it holds a value at that second.</summary>
    public bool IsLive(long nowSeconds) => Value is not null && (ExpiresAt == 0 || ExpiresAt > nowSeconds);

    /// <summary>The one of two writes that stays: the later; at the same time a deletion, then one that expires later, then the larger value.</summary>
    public static Cell Newer(Cell left, Cell right)
    {
        if (left.Timestamp != right.Timestamp)
        {
            return left.Timestamp > right.Timestamp ? left : right;
        }

        if (left.Value is null || right.Value is null)
        {
            return left.Value is null ? left : right;
        }

        if (left.ExpiresAt != right.ExpiresAt)
        {
            return (left.ExpiresAt != 0 && right.ExpiresAt != 0 ? left.ExpiresAt > right.ExpiresAt : left.ExpiresAt != 0) ? left : right;
        }

        return Wire.Compare(left.Value, right.Value) >= 0 ? left : right;
    }
}
