using System;

namespace ScyllaMigrations.Embedded.Log;

/// <summary>An open file of the log. The smallest surface that the store needs, so that tests can make every fault of a disk.</summary>
internal interface ILogFile : IDisposable
{
    /// <summary>Its length in bytes.</summary>
    long Length { get; }

    /// <summary>Reads exactly that many bytes, or fewer at the end.</summary>
    byte[] Read(long offset, int count);

    /// <summary>Writes at the end.</summary>
    void Append(byte[] bytes);

    /// <summary>Cuts the file.</summary>
    void SetLength(long length);

    /// <summary>Returns when all that was written lies on the disk.</summary>
    void Flush();
}
