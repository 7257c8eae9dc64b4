using System;
using System.Globalization;
using System.Text;

namespace ScyllaMigrations.Embedded.Log;

/// <summary>
/// The text of a log. Line 1 names the format. A record is a comment line <c>-- #NUMBER TIME LENGTH BODYCRC HEADCRC</c> and its statements.
/// Length and checksums are over UTF-8 with LF line ends, so a version control system may turn them into CRLF. The whole file is valid CQL.
/// </summary>
internal static class LogFormat
{
    /// <summary>What the first line begins with, up to the format's number.</summary>
    public const string Signature = "-- ScyllaMigrations embedded cluster, format ";

    /// <summary>The only format so far.</summary>
    public const int Version = 1;

    private const string TimePattern = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";
    private const long TicksPerMicrosecond = 10;
    private static readonly DateTime UnixEpoch = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>UTF-8 without byte-order mark that refuses bytes and characters that are none.</summary>
    public static Encoding Utf8 { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The first line with its end.</summary>
    /// <param name="dialect">The dialect that its statements are in.</param>
    /// <param name="compaction">How often the log was compacted; 0 for never.</param>
    public static string FormatHeader(string dialect, long compaction) =>
        Signature + Version.ToString(CultureInfo.InvariantCulture) + ", dialect " + dialect
        + (compaction == 0 ? string.Empty : ", compaction " + compaction.ToString(CultureInfo.InvariantCulture)) + "\n";

    /// <summary>A record as bytes.</summary>
    public static byte[] FormatRecord(LogRecord record)
    {
        bool escaped = record.Text.Contains("\r");
        byte[] body = Utf8.GetBytes(escaped ? Escape(record.Text) : record.Text);
        string head = "-- #" + record.Number.ToString(CultureInfo.InvariantCulture)
            + " " + FormatTime(record.TimestampMicros)
            + " " + body.Length.ToString(CultureInfo.InvariantCulture)
            + " " + Crc32.Of(body).ToString("x8", CultureInfo.InvariantCulture)
            + (escaped ? " escaped" : string.Empty);
        byte[] first = Utf8.GetBytes(head + " " + Crc32.Of(Utf8.GetBytes(head)).ToString("x8", CultureInfo.InvariantCulture) + "\n");
        byte[] bytes = new byte[first.Length + body.Length + 1];
        first.CopyTo(bytes, 0);
        body.CopyTo(bytes, first.Length);
        bytes[bytes.Length - 1] = (byte)'\n';
        return bytes;
    }

    /// <summary>Reads a record's comment line without its end; null when it is none or its checksum is wrong.</summary>
    public static LogRecordHead? ParseHead(string line)
    {
        int last = line.LastIndexOf(' ');
        if (last < 0 || !line.StartsWith("-- #", StringComparison.Ordinal)
            || !TryParseHex(line.Substring(last + 1), out uint check)
            || Crc32.Of(Encoding.UTF8.GetBytes(line.Substring(0, last))) != check)
        {
            return null;
        }

        string[] parts = line.Substring(4, last - 4).Split(' ');
        bool escaped = parts.Length == 5 && parts[4] == "escaped";
        if ((parts.Length != 4 && !escaped)
            || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            || !TryParseTime(parts[1], out long micros)
            || !int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out int length)
            || !TryParseHex(parts[3], out uint crc))
        {
            return null;
        }

        return new LogRecordHead(number, micros, length, crc, escaped);
    }

    /// <summary>The text of a record's body.</summary>
    public static string ReadBody(byte[] body, bool escaped) => escaped ? Unescape(Utf8.GetString(body)) : Utf8.GetString(body);

    private static string FormatTime(long micros) =>
        UnixEpoch.AddTicks(micros * TicksPerMicrosecond).ToString(TimePattern, CultureInfo.InvariantCulture);

    private static bool TryParseTime(string text, out long micros)
    {
        bool ok = DateTime.TryParseExact(
            text, TimePattern, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTime time);
        micros = ok ? (time - UnixEpoch).Ticks / TicksPerMicrosecond : 0;
        return ok;
    }

    private static bool TryParseHex(string text, out uint value) =>
        uint.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value) && text.Length == 8;

    // A carriage return inside a value would be lost where line ends are converted.
    private static string Escape(string text) => text.Replace("\\", "\\\\").Replace("\r", "\\r");

    private static string Unescape(string text)
    {
        StringBuilder result = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length)
            {
                i++;
                result.Append(text[i] == 'r' ? '\r' : text[i]);
            }
            else
            {
                result.Append(text[i]);
            }
        }

        return result.ToString();
    }
}
