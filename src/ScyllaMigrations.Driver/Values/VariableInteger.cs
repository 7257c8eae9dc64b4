using System.Collections.Generic;

namespace ScyllaMigrations.Driver.Values;

/// <summary>The protocol's variable-length integers (v5, section 3): as many leading ones in the first byte as bytes follow.</summary>
internal static class VariableInteger
{
    public static void WriteSigned(List<byte> target, long value) => WriteUnsigned(target, (ulong)((value << 1) ^ (value >> 63)));

    public static void WriteUnsigned(List<byte> target, ulong value)
    {
        int extra = 0;
        while (extra < 8 && value >> (7 * (extra + 1)) != 0)
        {
            extra++;
        }

        byte mark = extra == 0 ? (byte)0 : (byte)(0xFF << (8 - extra));
        int bits = 8 * extra;
        target.Add((byte)(mark | (extra == 8 ? 0 : (byte)(value >> bits))));
        for (int i = extra - 1; i >= 0; i--)
        {
            target.Add((byte)(value >> (8 * i)));
        }
    }

    public static long ReadSigned(byte[] bytes, ref int offset)
    {
        ulong raw = ReadUnsigned(bytes, ref offset);
        return (long)(raw >> 1) ^ -(long)(raw & 1);
    }

    public static ulong ReadUnsigned(byte[] bytes, ref int offset)
    {
        byte first = bytes[offset++];
        int extra = 0;
        while (extra < 8 && (first & (0x80 >> extra)) != 0)
        {
            extra++;
        }

        ulong value = extra >= 7 ? 0UL : (ulong)(first & (0xFF >> (extra + 1)));
        for (int i = 0; i < extra; i++)
        {
            value = (value << 8) | bytes[offset++];
        }

        return value;
    }
}
