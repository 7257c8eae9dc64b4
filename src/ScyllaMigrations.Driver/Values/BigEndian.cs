using System;
using System.Numerics;

namespace ScyllaMigrations.Driver.Values;

/// <summary>Numbers as the native protocol writes them (v4, section 3 and 6): big-endian, two's complement.</summary>
internal static class BigEndian
{
    public static byte[] Write(long value, int size)
    {
        byte[] bytes = new byte[size];
        for (int i = size - 1; i >= 0; i--)
        {
            bytes[i] = (byte)value;
            value >>= 8;
        }

        return bytes;
    }

    /// <summary>Reads a signed number of all bytes of a slice, at most eight.</summary>
    public static long Read(byte[] bytes, int offset, int size)
    {
        long value = (sbyte)bytes[offset];
        for (int i = 1; i < size; i++)
        {
            value = (value << 8) | bytes[offset + i];
        }

        return value;
    }

    public static byte[] Write(BigInteger value)
    {
        byte[] bytes = value.ToByteArray();
        Array.Reverse(bytes);
        return bytes;
    }

    public static BigInteger ReadBigInteger(byte[] bytes, int offset, int size)
    {
        byte[] slice = Slice(bytes, offset, size);
        Array.Reverse(slice);
        return new BigInteger(slice);
    }

    public static byte[] Write(Guid value)
    {
        byte[] bytes = value.ToByteArray();
        SwapGuid(bytes);
        return bytes;
    }

    public static Guid ReadGuid(byte[] bytes, int offset)
    {
        byte[] slice = Slice(bytes, offset, 16);
        SwapGuid(slice);
        return new Guid(slice);
    }

    public static byte[] Slice(byte[] bytes, int offset, int size)
    {
        byte[] slice = new byte[size];
        Buffer.BlockCopy(bytes, offset, slice, 0, size);
        return slice;
    }

    // .NET keeps the first three groups of a Guid in little-endian order.
    private static void SwapGuid(byte[] bytes)
    {
        if (BitConverter.IsLittleEndian)
        {
            Array.Reverse(bytes, 0, 4);
            Array.Reverse(bytes, 4, 2);
            Array.Reverse(bytes, 6, 2);
        }
    }
}
