using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.Embedded.Log;

/// <summary>Reads records from the bytes of a log and tells a torn end from damage.</summary>
internal sealed class LogReader
{
    private static readonly Regex HeaderPattern = new(
        @"^(?<version>\d{1,9})(?:, dialect (?<dialect>[a-z0-9.-]+))?(?:, compaction (?<compaction>\d{1,18}))?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    private readonly string _path;
    private readonly byte[] _bytes;
    private readonly long _base;
    private readonly List<LogRecord> _records = [];
    private int _at;
    private LogPosition _position;

    /// <param name="path">The file, for errors.</param>
    /// <param name="bytes">Its bytes from the position on.</param>
    /// <param name="position">How far it was read before.</param>
    public LogReader(string path, byte[] bytes, LogPosition position)
    {
        _path = path;
        _bytes = bytes;
        _base = position.Offset;
        _position = position;
    }

    /// <summary>The whole records found.</summary>
    public IReadOnlyList<LogRecord> Records => _records;

    /// <summary>Where the last whole record ends.</summary>
    public LogPosition Position => _position;

    /// <summary>Whether bytes follow that begin a record which was never finished.</summary>
    public bool IsTorn { get; private set; }

    /// <summary>Reads all there is.</summary>
    /// <exception cref="MigrationException">EmbeddedFileInvalid, naming file and line.</exception>
    public void ReadAll()
    {
        if (_position.Offset == 0 && !ReadHeader())
        {
            return;
        }

        while (_at < _bytes.Length)
        {
            if (_position.NeedsNewline && !SkipNewline())
            {
                throw Invalid(_position.Line, "a line end is expected after the record");
            }

            if (_at >= _bytes.Length || !ReadRecord())
            {
                return;
            }
        }
    }

    private bool ReadHeader()
    {
        int start = _bytes.Length >= 3 && _bytes[0] == 0xEF && _bytes[1] == 0xBB && _bytes[2] == 0xBF ? 3 : 0;
        int end = FindLineEnd(start, out int next);
        string line = Encoding.UTF8.GetString(_bytes, start, end - start);
        if (next < 0)
        {
            IsTorn = _bytes.Length > 0;
            if (LogFormat.Signature.StartsWith(line, StringComparison.Ordinal) || line.StartsWith(LogFormat.Signature, StringComparison.Ordinal)
                || IsZeros(start))
            {
                return false;
            }

            throw NotALog();
        }

        if (!line.StartsWith(LogFormat.Signature, StringComparison.Ordinal))
        {
            if (IsZeros(start))
            {
                IsTorn = true;
                return false;
            }

            throw NotALog();
        }

        Match match = HeaderPattern.Match(line.Substring(LogFormat.Signature.Length));
        if (!match.Success)
        {
            throw Invalid(1, "the first line is damaged");
        }

        string version = match.Groups["version"].Value;
        if (version != LogFormat.Version.ToString(CultureInfo.InvariantCulture))
        {
            throw Invalid(1, $"the file has format {version}, this program reads format {LogFormat.Version}");
        }

        string compaction = match.Groups["compaction"].Value;
        _at = next;
        _position = new LogPosition(
            next, 2, 1, Slice(start, end), start, false, compaction.Length == 0 ? 0 : long.Parse(compaction, CultureInfo.InvariantCulture), match.Groups["dialect"].Value);
        return true;
    }

    private bool ReadRecord()
    {
        int headStart = _at;
        int headEnd = FindLineEnd(_at, out int next);
        LogRecordHead? head = next < 0 ? null : LogFormat.ParseHead(Encoding.UTF8.GetString(_bytes, headStart, headEnd - headStart));
        if (head is null)
        {
            IsTorn = next < 0 || IsZeros(headStart);
            return IsTorn ? false : throw Invalid(_position.Line, $"the line that starts record {_position.NextNumber} is damaged");
        }

        int line = _position.Line + 1;
        byte[]? body = ReadBody(next, head.Length, out int end, out int lines);
        if (body is null)
        {
            // The comment line has its own checksum, so the length is right and the file really ends too early.
            IsTorn = true;
            return false;
        }

        if (Crc32.Of(body) != head.Crc)
        {
            IsTorn = EndsInZeros(end);
            return IsTorn
                ? false
                : throw Invalid(line, $"record {head.Number} does not match its checksum");
        }

        if (head.Number != _position.NextNumber)
        {
            throw Invalid(line - 1, $"record {head.Number} follows where record {_position.NextNumber} is expected");
        }

        _records.Add(new LogRecord(head.Number, head.TimestampMicros, LogFormat.ReadBody(body, head.Escaped), line));
        _at = end;
        _position = new LogPosition(
            _base + end, line + lines, head.Number + 1, Slice(headStart, headEnd), _base + headStart, NeedsNewline: true, _position.Compaction, _position.Dialect);
        _ = SkipNewline();
        return true;
    }

    // The body, CRLF read as LF; null when the file ends before.
    private byte[]? ReadBody(int start, int length, out int end, out int lines)
    {
        end = start;
        lines = 0;
        if (length > _bytes.Length - start)
        {
            return null;
        }

        byte[] body = new byte[length];
        int written = 0;
        while (written < length)
        {
            if (end >= _bytes.Length)
            {
                return null;
            }

            byte value = _bytes[end++];
            if (value == '\r' && end < _bytes.Length && _bytes[end] == '\n')
            {
                continue;
            }

            lines += value == '\n' ? 1 : 0;
            body[written++] = value;
        }

        return body;
    }

    private bool SkipNewline()
    {
        int next = _at;
        if (next < _bytes.Length && _bytes[next] == '\r')
        {
            next++;
        }

        if (next >= _bytes.Length || _bytes[next] != '\n')
        {
            return false;
        }

        _at = next + 1;
        _position = _position with { Offset = _base + _at, Line = _position.Line + 1, NeedsNewline = false };
        return true;
    }

    private int FindLineEnd(int start, out int next)
    {
        int at = Array.IndexOf(_bytes, (byte)'\n', start);
        next = at < 0 ? -1 : at + 1;
        int end = at < 0 ? _bytes.Length : at;
        return at > start && _bytes[at - 1] == '\r' ? end - 1 : end;
    }

    // A file system may have grown the file before the data came: then zeros stand where the record should.
    private bool IsZeros(int start)
    {
        for (int i = start; i < _bytes.Length; i++)
        {
            if (_bytes[i] != 0)
            {
                return false;
            }
        }

        return start < _bytes.Length;
    }

    private bool EndsInZeros(int bodyEnd) => IsZeros(bodyEnd - 1);

    private byte[] Slice(int start, int end)
    {
        byte[] slice = new byte[end - start];
        Array.Copy(_bytes, start, slice, 0, slice.Length);
        return slice;
    }

    private MigrationException NotALog() => Invalid(1, "this is not the file of an embedded cluster");

    private MigrationException Invalid(int line, string what) => LogErrors.Invalid(_path, line, what);
}
