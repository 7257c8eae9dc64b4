namespace ScyllaMigrations.Embedded.Log;

/// <summary>How far a log has been read.</summary>
/// <param name="Offset">The next byte to read.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="NextNumber">The number that the next record must have.</param>
/// <param name="LastHead">The bytes of the last line read that starts a record or the file.</param>
/// <param name="LastHeadOffset">Where they lie.</param>
/// <param name="NeedsNewline">Whether a line end must be written before the next record.</param>
/// <param name="Compaction">How often the log was compacted.</param>
/// <param name="Dialect">The dialect of its statements, from the first line; empty when none was read.</param>
internal sealed record LogPosition(
    long Offset, int Line, long NextNumber, byte[] LastHead, long LastHeadOffset, bool NeedsNewline, long Compaction, string Dialect)
{
    /// <summary>Before the first byte.</summary>
    public static LogPosition Start { get; } = new(0, 1, 1, [], 0, false, 0, string.Empty);
}
