using System;

namespace ScyllaMigrations.Embedded.Values;

/// <summary>Version 1 identifiers: a time in steps of 100 ns and a node.</summary>
internal static class TimeUuid
{
    private const long TicksTo1970 = 0x01B21DD213814000;

    /// <summary>Steps of 100 ns since 1582.</summary>
    public static long ToTicks(byte[] bytes) =>
        ((long)(bytes[6] & 0x0F) << 56) | ((long)bytes[7] << 48) | ((long)bytes[4] << 40) | ((long)bytes[5] << 32)
        | (uint)Wire.ReadInt32(bytes, 0);

    /// <summary>Milliseconds since 1970, rounded down.</summary>
    public static long ToMillis(byte[] bytes) => Floor(ToTicks(bytes) - TicksTo1970, 10_000);

    /// <summary>Milliseconds since 1970 as the steps that an identifier counts.</summary>
    public static long TicksOfMillis(long millis) => (millis * 10_000) + TicksTo1970;

    /// <summary>Microseconds since 1970 as the steps that an identifier counts.</summary>
    public static long TicksOfMicros(long micros) => (micros * 10) + TicksTo1970;

    /// <summary>An identifier of a time.</summary>
    /// <param name="ticks">Steps of 100 ns since 1582.</param>
    /// <param name="low">The last eight bytes: clock sequence and node.</param>
    public static byte[] Make(long ticks, long low)
    {
        byte[] bytes = new byte[16];
        Wire.Int32((int)ticks).CopyTo(bytes, 0);
        bytes[4] = (byte)(ticks >> 40);
        bytes[5] = (byte)(ticks >> 32);
        bytes[6] = (byte)(0x10 | ((ticks >> 56) & 0x0F));
        bytes[7] = (byte)(ticks >> 48);
        Wire.Int64(low).CopyTo(bytes, 8);
        return bytes;
    }

    /// <summary>The low half of an identifier drawn from a random one.</summary>
    public static long LowOf(Guid random)
    {
        byte[] bytes = UuidCodec.Encode(random);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        bytes[10] |= 1;
        return Wire.ReadInt64(bytes, 8);
    }

    private static long Floor(long value, long by) => value >= 0 ? value / by : -((-value + by - 1) / by);
}
