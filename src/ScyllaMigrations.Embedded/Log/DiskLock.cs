using System;
using System.IO;

namespace ScyllaMigrations.Embedded.Log;

/// <summary>A held lock file. It is emptied but not deleted: deleting would let two processes lock two files of one name.</summary>
internal sealed class DiskLock : IDisposable
{
    private readonly FileStream _stream;

    public DiskLock(FileStream stream) => _stream = stream;

    public void Dispose()
    {
        try
        {
            _stream.SetLength(0);
        }
        catch (IOException)
        {
            // The text only informs; the lock itself ends with the handle.
        }
        finally
        {
            _stream.Dispose();
        }
    }
}
