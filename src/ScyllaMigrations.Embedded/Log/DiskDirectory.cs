using System;
using System.IO;
using System.Text;

namespace ScyllaMigrations.Embedded.Log;

/// <summary>A folder on a disk.</summary>
internal sealed class DiskDirectory : ILogDirectory
{
    private static readonly bool IsWindows = Path.DirectorySeparatorChar == '\\';
    private readonly string _path;

    public DiskDirectory(string path) => _path = path;

    public ILogFile? OpenRead(string name)
    {
        try
        {
            return new DiskFile(new FileStream(
                PathOf(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1));
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (DirectoryNotFoundException)
        {
            return null;
        }
    }

    public ILogFile OpenWrite(string name, bool truncate)
    {
        Directory.CreateDirectory(_path);
        return new DiskFile(new FileStream(
            PathOf(name),
            truncate ? FileMode.Create : FileMode.OpenOrCreate,
            FileAccess.ReadWrite,
            FileShare.ReadWrite | FileShare.Delete,
            bufferSize: 1));
    }

    public void Replace(string source, string target)
    {
        if (File.Exists(PathOf(target)))
        {
            File.Replace(PathOf(source), PathOf(target), destinationBackupFileName: null);
        }
        else
        {
            File.Move(PathOf(source), PathOf(target));
        }
    }

    public void Flush()
    {
        if (!IsWindows)
        {
            UnixCalls.FlushDirectory(_path);
        }
    }

    public IDisposable? TryLock(string name, string holder)
    {
        Directory.CreateDirectory(_path);

        // Windows keeps readers out of a file opened with None; elsewhere only None makes an exclusive lock, and it is advisory.
        FileShare share = IsWindows ? FileShare.Read : FileShare.None;
        FileStream stream;
        try
        {
            stream = new FileStream(PathOf(name), FileMode.OpenOrCreate, FileAccess.ReadWrite, share, bufferSize: 1);
        }
        catch (IOException) when (File.Exists(PathOf(name)))
        {
            return null;
        }

        byte[] text = Encoding.UTF8.GetBytes(holder);
        stream.SetLength(0);
        stream.Write(text, 0, text.Length);
        stream.Flush();
        return new DiskLock(stream);
    }

    public string ReadLockHolder(string name)
    {
        if (!IsWindows)
        {
            return UnixCalls.ReadText(PathOf(name));
        }

        try
        {
            using FileStream stream = new(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using StreamReader reader = new(stream, Encoding.UTF8);
            return reader.ReadToEnd();
        }
        catch (IOException)
        {
            return string.Empty;
        }
        catch (UnauthorizedAccessException)
        {
            return string.Empty;
        }
    }

    private string PathOf(string name) => Path.Combine(_path, name);
}
