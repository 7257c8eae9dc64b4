namespace ScyllaMigrations.Embedded.Rows;

/// <summary>One end of a range of rows: values of the first clustering columns.</summary>
/// <param name="Prefix">The values; none means the partition's own end.</param>
/// <param name="Inclusive">Whether rows that begin with them belong to the range.</param>
internal sealed record Bound(byte[][] Prefix, bool Inclusive)
{
    /// <summary>No bound.</summary>
    public static Bound Open { get; } = new([], true);
}
