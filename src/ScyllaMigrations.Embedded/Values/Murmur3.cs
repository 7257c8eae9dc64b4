using System.IO;

namespace ScyllaMigrations.Embedded.Values;

/// <summary>The token of a partition key: MurmurHash3 x64 128 in the servers' variant, which takes the last bytes with their sign.</summary>
internal static class Murmur3
{
    private const ulong C1 = 0x87c37b91114253d5;
    private const ulong C2 = 0x4cf5ad432745937f;

    /// <summary>The token of a key's components.</summary>
    public static long Token(byte[][] key) => Token(key.Length == 1 ? key[0] : Join(key));

    /// <summary>The token of a serialized key.</summary>
    public static long Token(byte[] key)
    {
        if (key.Length == 0)
        {
            return long.MinValue;
        }

        long hash = Hash(key);
        return hash == long.MinValue ? long.MaxValue : hash;
    }

    private static byte[] Join(byte[][] key)
    {
        using MemoryStream stream = new();
        foreach (byte[] part in key)
        {
            stream.WriteByte((byte)(part.Length >> 8));
            stream.WriteByte((byte)part.Length);
            stream.Write(part, 0, part.Length);
            stream.WriteByte(0);
        }

        return stream.ToArray();
    }

    private static long Hash(byte[] key)
    {
        unchecked
        {
            ulong h1 = 0;
            ulong h2 = 0;
            int blocks = key.Length / 16;
            for (int i = 0; i < blocks; i++)
            {
                h1 ^= Mix1(Block(key, i * 16));
                h1 = (Rotate(h1, 27) + h2) * 5 + 0x52dce729;
                h2 ^= Mix2(Block(key, (i * 16) + 8));
                h2 = (Rotate(h2, 31) + h1) * 5 + 0x38495ab5;
            }

            int tail = blocks * 16;
            h2 ^= key.Length - tail > 8 ? Mix2(Tail(key, tail + 8)) : 0;
            h1 ^= key.Length - tail > 0 ? Mix1(Tail(key, tail)) : 0;
            h1 ^= (ulong)key.Length;
            h2 ^= (ulong)key.Length;
            h1 += h2;
            h2 += h1;
            h1 = Finish(h1);
            h2 = Finish(h2);
            return (long)(h1 + h2);
        }
    }

    private static ulong Mix1(ulong k) => unchecked(Rotate(k * C1, 31) * C2);

    private static ulong Mix2(ulong k) => unchecked(Rotate(k * C2, 33) * C1);

    private static ulong Rotate(ulong value, int by) => (value << by) | (value >> (64 - by));

    private static ulong Block(byte[] key, int at)
    {
        ulong value = 0;
        for (int i = 7; i >= 0; i--)
        {
            value = (value << 8) | key[at + i];
        }

        return value;
    }

    private static ulong Tail(byte[] key, int at)
    {
        ulong value = 0;
        for (int i = 0; i < 8 && at + i < key.Length; i++)
        {
            value ^= unchecked((ulong)(sbyte)key[at + i]) << (i * 8);
        }

        return value;
    }

    private static ulong Finish(ulong k)
    {
        unchecked
        {
            k ^= k >> 33;
            k *= 0xff51afd7ed558ccd;
            k ^= k >> 33;
            k *= 0xc4ceb9fe1a85ec53;
            return k ^ (k >> 33);
        }
    }
}
