using System;
using System.Text;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.Migrations;

/// <summary>Reads bytes as UTF-8 and refuses what is not: a replaced character in a script would change it unseen.</summary>
internal static class StrictUtf8
{
    private static readonly UTF8Encoding Lenient = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);

    /// <summary>Decodes bytes; a byte-order mark is dropped.</summary>
    /// <param name="bytes">The file's bytes.</param>
    /// <param name="file">The file's name for the finding.</param>
    /// <param name="finding">Names the first bad byte; null when there is none.</param>
    /// <returns>The text, or null when it is not UTF-8.</returns>
    public static string? Decode(byte[] bytes, string file, out Finding? finding)
    {
        int start = bytes.Length >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0;
        int bad = FirstInvalid(bytes, start);
        if (bad < 0)
        {
            finding = null;
            return Lenient.GetString(bytes, start, bytes.Length - start);
        }

        string before = Lenient.GetString(bytes, start, bad - start);
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < before.Length; i++)
        {
            if (before[i] == '\n')
            {
                line++;
                lineStart = i + 1;
            }
        }

        int end = Array.IndexOf(bytes, (byte)'\n', bad);
        string rest = Lenient.GetString(bytes, bad, (end < 0 ? bytes.Length : end) - bad);
        finding = new Finding(FindingIds.InvalidUtf8, FindingSeverity.Error, $"Byte 0x{bytes[bad]:X2} at offset {bad} is not valid UTF-8.")
        {
            File = file,
            Line = line,
            Column = before.Length - lineStart + 1,
            LineText = (before.Substring(lineStart) + rest).TrimEnd('\r'),
            Remedy = "Save the file as UTF-8.",
        };
        return null;
    }

    private static int FirstInvalid(byte[] bytes, int start)
    {
        int i = start;
        while (i < bytes.Length)
        {
            int length = SequenceLength(bytes, i);
            if (length == 0)
            {
                return i;
            }

            i += length;
        }

        return -1;
    }

    // Table 3-7 of the Unicode standard: well-formed sequences, without overlong forms and surrogates.
    private static int SequenceLength(byte[] bytes, int at)
    {
        byte first = bytes[at];
        if (first < 0x80)
        {
            return 1;
        }

        int length = first switch
        {
            >= 0xC2 and <= 0xDF => 2,
            >= 0xE0 and <= 0xEF => 3,
            >= 0xF0 and <= 0xF4 => 4,
            _ => 0,
        };
        if (length == 0 || at + length > bytes.Length)
        {
            return 0;
        }

        byte low = first switch { 0xE0 => 0xA0, 0xF0 => 0x90, _ => 0x80 };
        byte high = first switch { 0xED => 0x9F, 0xF4 => 0x8F, _ => 0xBF };
        if (bytes[at + 1] < low || bytes[at + 1] > high)
        {
            return 0;
        }

        for (int i = at + 2; i < at + length; i++)
        {
            if (bytes[i] is < 0x80 or > 0xBF)
            {
                return 0;
            }
        }

        return length;
    }
}
