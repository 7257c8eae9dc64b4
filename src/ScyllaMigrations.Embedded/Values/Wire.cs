using System;
using System.IO;

namespace ScyllaMigrations.Embedded.Values;

/// <summary>Numbers as the native protocol writes them: big-endian, two's complement.</summary>
internal static class Wire
{
    public static byte[] Int32(int value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];

    public static byte[] Int64(long value)
    {
        byte[] bytes = new byte[8];
        for (int i = 7; i >= 0; i--)
        {
            bytes[i] = (byte)value;
            value >>= 8;
        }

        return bytes;
    }

    public static byte[] Int16(short value) => [(byte)(value >> 8), (byte)value];

    public static int ReadInt32(byte[] bytes, int at) =>
        (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];

    public static long ReadInt64(byte[] bytes, int at) =>
        ((long)ReadInt32(bytes, at) << 32) | (uint)ReadInt32(bytes, at + 4);

    /// <summary>A big-endian signed number of any length up to eight bytes.</summary>
    public static long ReadSigned(byte[] bytes)
    {
        long value = bytes.Length > 0 && (bytes[0] & 0x80) != 0 ? -1 : 0;
        foreach (byte b in bytes)
        {
            value = (value << 8) | b;
        }

        return value;
    }

    /// <summary>Writes a value with its length before it; null as length -1.</summary>
    public static void WriteSized(Stream stream, byte[]? value)
    {
        byte[] length = Int32(value?.Length ?? -1);
        stream.Write(length, 0, 4);
        if (value is not null)
        {
            stream.Write(value, 0, value.Length);
        }
    }

    /// <summary>Reads what <see cref="WriteSized"/> wrote and moves on.</summary>
    public static byte[]? ReadSized(byte[] bytes, ref int at)
    {
        int length = ReadInt32(bytes, at);
        at += 4;
        if (length < 0)
        {
            return null;
        }

        byte[] value = new byte[length];
        Array.Copy(bytes, at, value, 0, length);
        at += length;
        return value;
    }

    /// <summary>Order of bytes without sign, the shorter first.</summary>
    public static int Compare(byte[] left, byte[] right)
    {
        int common = Math.Min(left.Length, right.Length);
        for (int i = 0; i < common; i++)
        {
            if (left[i] != right[i])
            {
                return left[i] - right[i];
            }
        }

        return left.Length - right.Length;
    }
}
