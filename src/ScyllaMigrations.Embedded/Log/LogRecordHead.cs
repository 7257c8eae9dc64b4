namespace ScyllaMigrations.Embedded.Log;

/// <summary>What a record's comment line says.</summary>
/// <param name="Number">The record's number.</param>
/// <param name="TimestampMicros">The server's time.</param>
/// <param name="Length">Bytes of the statements, with LF line ends.</param>
/// <param name="Crc">Their checksum.</param>
/// <param name="Escaped">Whether carriage returns and backslashes in them are written as escapes.</param>
internal sealed record LogRecordHead(long Number, long TimestampMicros, int Length, uint Crc, bool Escaped);
