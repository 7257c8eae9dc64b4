using System;
using System.IO;

namespace ScyllaMigrations.Embedded.Log;

/// <summary>A file on a disk.</summary>
internal sealed class DiskFile : ILogFile
{
    private readonly FileStream _stream;

    public DiskFile(FileStream stream) => _stream = stream;

    public long Length => _stream.Length;

    public byte[] Read(long offset, int count)
    {
        _stream.Seek(offset, SeekOrigin.Begin);
        byte[] bytes = new byte[count];
        int got = 0;
        while (got < count)
        {
            int read = _stream.Read(bytes, got, count - got);
            if (read == 0)
            {
                Array.Resize(ref bytes, got);
                break;
            }

            got += read;
        }

        return bytes;
    }

    public void Append(byte[] bytes)
    {
        _stream.Seek(0, SeekOrigin.End);
        _stream.Write(bytes, 0, bytes.Length);
    }

    public void SetLength(long length) => _stream.SetLength(length);

    public void Flush() => _stream.Flush(flushToDisk: true);

    public void Dispose() => _stream.Dispose();
}
