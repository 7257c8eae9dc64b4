using System;

namespace ScyllaMigrations.Embedded.Log;

/// <summary>The folder of a log file. Names are file names without a path.</summary>
internal interface ILogDirectory
{
    /// <summary>Opens a file to read beside a writer; null when there is none.</summary>
    ILogFile? OpenRead(string name);

    /// <summary>Opens a file to write at its end; makes it, and the folder, when missing.</summary>
    /// <param name="name">The file.</param>
    /// <param name="truncate">Whether to empty it first.</param>
    ILogFile OpenWrite(string name, bool truncate);

    /// <summary>Puts one file in the place of another, which readers see at once and wholly.</summary>
    void Replace(string source, string target);

    /// <summary>Returns when names made or replaced lie on the disk, as far as the system can tell.</summary>
    void Flush();

    /// <summary>Takes an exclusive lock that ends with the process. Null when another holds it.</summary>
    /// <param name="name">The lock file.</param>
    /// <param name="holder">Text that others can read while it is held.</param>
    IDisposable? TryLock(string name, string holder);

    /// <summary>The text that the holder of a lock left; empty when it cannot be read.</summary>
    string ReadLockHolder(string name);
}
