using System;
using System.Collections.Generic;
using System.IO;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.Embedded.Log;

/// <summary>One log file: reads what was appended since, appends and compacts. Not safe for several threads; callers hold the cluster's gate.</summary>
internal sealed class LogStore : IDisposable
{
    private const long SmallLog = 1024 * 1024;
    private const int GrowthBeforeCompaction = 4;
    private readonly ILogDirectory _directory;
    private readonly string _name;
    private readonly string _path;
    private LogPosition _position = LogPosition.Start;
    private ILogFile? _writer;
    private long _sizeAfterCompaction;

    /// <param name="directory">The folder.</param>
    /// <param name="name">The file's name in it.</param>
    /// <param name="path">Its path as shown in errors.</param>
    public LogStore(ILogDirectory directory, string name, string path)
    {
        _directory = directory;
        _name = name;
        _path = path;
    }

    /// <summary>Its path as shown in errors.</summary>
    public string Path => _path;

    /// <summary>The dialect that a new file is made with.</summary>
    public string NewDialect { get; set; } = "cassandra-5.0";

    /// <summary>The number of the next record.</summary>
    public long NextNumber => _position.NextNumber;

    /// <summary>What was found at the end of the file and dropped; null when it ends with a whole record.</summary>
    public string? Warning { get; private set; }

    /// <summary>How far the file was read.</summary>
    public LogPosition Position => _position;

    /// <summary>Reads the records that came since the last call.</summary>
    /// <param name="isReset">True when the file is another one than before (compacted, restored, deleted): the records are then all of it.</param>
    /// <exception cref="MigrationException">EmbeddedFileInvalid or ConnectionFailed. Nothing was changed.</exception>
    public IReadOnlyList<LogRecord> ReadNew(out bool isReset)
    {
        try
        {
            using ILogFile? file = _directory.OpenRead(_name);
            long length = file?.Length ?? 0;
            isReset = _position.Offset > 0 && (file is null || length < _position.Offset || !IsSameFile(file));
            LogPosition from = isReset ? LogPosition.Start : _position;
            if (file is null || length == from.Offset)
            {
                _position = from;
                Warning = null;
                return [];
            }

            LogReader reader = new(_path, file.Read(from.Offset, checked((int)(length - from.Offset))), from);
            reader.ReadAll();
            _position = reader.Position;
            Warning = reader.IsTorn ? DescribeTornEnd() : null;
            return reader.Records;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw LogErrors.CannotOpen(_path, error);
        }
    }

    /// <summary>The dialect that the file's first line names; null without a file.</summary>
    public string? ReadDialect()
    {
        const int LongestLine = 200;
        try
        {
            using ILogFile? file = _directory.OpenRead(_name);
            byte[] start = file?.Read(0, LongestLine) ?? [];
            int end = Array.IndexOf(start, (byte)'\n');
            if (end < 0)
            {
                return null;
            }

            Array.Resize(ref start, end + 1);
            LogReader reader = new(_path, start, LogPosition.Start);
            reader.ReadAll();
            return reader.Position.Dialect.Length == 0 ? null : reader.Position.Dialect;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw LogErrors.CannotOpen(_path, error);
        }
    }

    /// <summary>Forgets what was read, so that the next <see cref="ReadNew"/> reads the whole file.</summary>
    public void Forget()
    {
        CloseWriter();
        _position = _position.Offset == 0 ? LogPosition.Start : _position with { LastHead = [0], LastHeadOffset = 0 };
    }

    /// <summary>Appends a record and returns when it lies on the disk: one write, one flush.</summary>
    /// <exception cref="MigrationException">ConnectionFailed: the file cannot be opened for writing; nothing was written.</exception>
    /// <exception cref="AmbiguousRequestException">Writing failed: the record may or may not be there.</exception>
    public void Append(long timestampMicros, string text)
    {
        LogRecord record = new(_position.NextNumber, timestampMicros, text);
        byte[] bytes = LogFormat.FormatRecord(record);
        bool isNew = _position.Offset == 0;
        if (isNew)
        {
            bytes = Join(LogFormat.Utf8.GetBytes(LogFormat.FormatHeader(NewDialect, 0)), bytes);
        }
        else if (_position.NeedsNewline)
        {
            bytes = Join([(byte)'\n'], bytes);
        }

        ILogFile file = OpenWriter();
        try
        {
            if (file.Length > _position.Offset)
            {
                file.SetLength(_position.Offset);
            }

            file.Append(bytes);
            file.Flush();
            if (isNew)
            {
                _directory.Flush();
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Forget();
            throw new AmbiguousRequestException($"writing {_path} failed: {error.Message}", null, error);
        }

        LogReader reader = new(_path, bytes, _position);
        reader.ReadAll();
        _position = reader.Position;
        Warning = null;
    }

    /// <summary>
    /// Whether the log has grown so much that compacting may pay: over 1 MiB, and over four times its length after the last compaction
    /// (or after the last time that compacting was tried and did not pay).
    /// </summary>
    public bool IsWorthCompacting =>
        _position.Offset > SmallLog && _position.Offset > GrowthBeforeCompaction * _sizeAfterCompaction;

    /// <summary>Replaces the log by records of the same state, written beside and renamed; keeps it when that would not halve it.</summary>
    /// <param name="records">Time and text of each record.</param>
    /// <param name="always">Whether to replace it in any case.</param>
    /// <returns>Whether it was replaced.</returns>
    public bool Compact(IEnumerable<KeyValuePair<long, string>> records, bool always)
    {
        using MemoryStream content = new();
        Write(content, LogFormat.Utf8.GetBytes(LogFormat.FormatHeader(_position.Dialect.Length == 0 ? NewDialect : _position.Dialect, _position.Compaction + 1)));
        long number = 0;
        foreach (KeyValuePair<long, string> record in records)
        {
            Write(content, LogFormat.FormatRecord(new LogRecord(++number, record.Key, record.Value)));
        }

        _sizeAfterCompaction = content.Length;
        if (!always && content.Length * 2 > _position.Offset)
        {
            return false;
        }

        CloseWriter();
        string beside = _name + ".new";
        byte[] bytes = content.ToArray();
        try
        {
            using (ILogFile file = _directory.OpenWrite(beside, truncate: true))
            {
                file.Append(bytes);
                file.Flush();
            }

            _directory.Replace(beside, _name);
            _directory.Flush();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The old file is whole, or the new one took its place: both hold the same state.
            Forget();
            return false;
        }

        LogReader reader = new(_path, bytes, LogPosition.Start);
        reader.ReadAll();
        _position = reader.Position;
        return true;
    }

    /// <summary>Closes the file that stays open while this process writes.</summary>
    public void CloseWriter()
    {
        _writer?.Dispose();
        _writer = null;
    }

    /// <inheritdoc/>
    public void Dispose() => CloseWriter();

    private ILogFile OpenWriter()
    {
        try
        {
            return _writer ??= _directory.OpenWrite(_name, truncate: false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw LogErrors.CannotOpen(_path, error);
        }
    }

    private bool IsSameFile(ILogFile file)
    {
        byte[] now = file.Read(_position.LastHeadOffset, _position.LastHead.Length);
        for (int i = 0; i < _position.LastHead.Length; i++)
        {
            if (i >= now.Length || now[i] != _position.LastHead[i])
            {
                return false;
            }
        }

        return true;
    }

    private string DescribeTornEnd() =>
        $"{_path}:{_position.Line}: the file ends inside record {_position.NextNumber}, which was never acknowledged; it is left out "
        + "and overwritten by the next write.";

    private static byte[] Join(byte[] first, byte[] second)
    {
        byte[] joined = new byte[first.Length + second.Length];
        first.CopyTo(joined, 0);
        second.CopyTo(joined, first.Length);
        return joined;
    }

    private static void Write(Stream stream, byte[] bytes) => stream.Write(bytes, 0, bytes.Length);
}
