using System.Collections.Generic;
using System.IO;
using System.Linq;
using ScyllaMigrations.Embedded.Log;

namespace ScyllaMigrations.Tests.Embedded.Log;

/// <summary>A disk in memory that counts flushes, fails after a number of bytes or operations, and shows what a power cut leaves.</summary>
internal sealed class FaultyDisk : ILogDirectory
{
    private readonly Dictionary<string, Content> _files = [];
    private Dictionary<string, Content> _durableNames = [];
    private readonly HashSet<string> _locks = [];

    /// <summary>How many more bytes can be written before every operation fails; null for no limit.</summary>
    public long? BytesUntilFailure { get; set; }

    /// <summary>How many more operations that change anything succeed; null for no limit.</summary>
    public int? OperationsUntilFailure { get; set; }

    public int Flushes { get; private set; }

    public int DirectoryFlushes { get; private set; }

    public bool Failed { get; private set; }

    /// <summary>The disk after the process died: names and bytes as the system still had them.</summary>
    public FaultyDisk AfterCrash()
    {
        FaultyDisk disk = new();
        foreach (KeyValuePair<string, Content> file in _files)
        {
            disk.Put(file.Key, [.. file.Value.Bytes]);
        }

        return disk;
    }

    /// <summary>The disk after a power cut that lost everything that was not flushed, renames included.</summary>
    public FaultyDisk AfterPowerCut()
    {
        FaultyDisk disk = new();
        foreach (KeyValuePair<string, Content> file in _durableNames)
        {
            disk.Put(file.Key, [.. file.Value.Durable]);
        }

        return disk;
    }

    public byte[] Read(string name) => [.. _files[name].Bytes];

    public bool Has(string name) => _files.ContainsKey(name);

    public void Put(string name, byte[] bytes)
    {
        _files[name] = new Content { Bytes = [.. bytes], Durable = bytes };
        _durableNames[name] = _files[name];
    }

    public ILogFile? OpenRead(string name) => _files.TryGetValue(name, out Content? content) ? new OpenFile(this, content) : null;

    public ILogFile OpenWrite(string name, bool truncate)
    {
        Operation();
        if (!_files.TryGetValue(name, out Content? content))
        {
            _files[name] = content = new Content();
        }

        if (truncate)
        {
            content.Bytes.Clear();
        }

        return new OpenFile(this, content);
    }

    public void Replace(string source, string target)
    {
        Operation();
        _files[target] = _files[source];
        _files.Remove(source);
    }

    public void Flush()
    {
        Operation();
        DirectoryFlushes++;
        _durableNames = _files.ToDictionary(f => f.Key, f => f.Value);
    }

    public System.IDisposable? TryLock(string name, string holder) => _locks.Add(name) ? new Held(() => _locks.Remove(name)) : null;

    public string ReadLockHolder(string name) => "process 1 on elsewhere";

    private void Operation()
    {
        if (Failed || OperationsUntilFailure == 0)
        {
            Failed = true;
            throw new IOException("The disk failed.");
        }

        OperationsUntilFailure--;
    }

    private sealed class Content
    {
        public List<byte> Bytes { get; init; } = [];

        public byte[] Durable { get; set; } = [];
    }

    private sealed class Held(System.Action release) : System.IDisposable
    {
        public void Dispose() => release();
    }

    private sealed class OpenFile(FaultyDisk disk, Content content) : ILogFile
    {
        public long Length => content.Bytes.Count;

        public byte[] Read(long offset, int count) => content.Bytes.Skip((int)offset).Take(count).ToArray();

        public void Append(byte[] bytes)
        {
            disk.Operation();
            long room = disk.BytesUntilFailure ?? long.MaxValue;
            content.Bytes.AddRange(bytes.Take((int)System.Math.Min(room, bytes.Length)));
            disk.BytesUntilFailure -= bytes.Length;
            if (room < bytes.Length)
            {
                disk.Failed = true;
                throw new IOException("The disk is full.");
            }
        }

        public void SetLength(long length)
        {
            disk.Operation();
            if (length < content.Bytes.Count)
            {
                content.Bytes.RemoveRange((int)length, content.Bytes.Count - (int)length);
            }
            else
            {
                content.Bytes.AddRange(new byte[length - content.Bytes.Count]);
            }
        }

        public void Flush()
        {
            disk.Operation();
            disk.Flushes++;
            content.Durable = [.. content.Bytes];

            // A system may keep the new name of a flushed file or lose it; the first name of a file is tested by flushing the folder.
        }

        public void Dispose()
        {
        }
    }
}
