namespace ScyllaMigrations.Embedded.Log;

/// <summary>CRC-32 as in zip and PNG (polynomial 0xEDB88320): finds torn writes and edits by hand.</summary>
internal static class Crc32
{
    private static readonly uint[] Table = MakeTable();

    /// <summary>The checksum of a stretch of bytes.</summary>
    public static uint Of(byte[] bytes, int start, int count)
    {
        uint crc = 0xFFFFFFFF;
        for (int i = start; i < start + count; i++)
        {
            crc = Table[(crc ^ bytes[i]) & 0xFF] ^ (crc >> 8);
        }

        return ~crc;
    }

    /// <summary>The checksum of all bytes.</summary>
    public static uint Of(byte[] bytes) => Of(bytes, 0, bytes.Length);

    private static uint[] MakeTable()
    {
        uint[] table = new uint[256];
        for (uint i = 0; i < 256; i++)
        {
            uint value = i;
            for (int bit = 0; bit < 8; bit++)
            {
                value = (value & 1) != 0 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
            }

            table[i] = value;
        }

        return table;
    }
}
