using System.IO;

namespace ScyllaMigrations.Backup;

/// <summary>Files that only their owner can read.</summary>
internal static class PrivateFile
{
    /// <summary>Creates a new file for writing. On Unix with mode 600 from its first moment; on Windows it inherits its folder's rights, as all files of a user do.</summary>
    /// <exception cref="IOException">The file exists, or its folder does not.</exception>
    public static FileStream Create(string path)
    {
#if NET
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!System.OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
#else
        FileStream stream = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        if (System.Runtime.InteropServices.RuntimeInformation.IsOSPlatform(System.Runtime.InteropServices.OSPlatform.Windows))
        {
            return stream;
        }

        // netstandard2.0 cannot name a mode when it creates a file; nothing is in it yet when the mode is set.
        if (Chmod(path, 0x180) != 0)
        {
            stream.Dispose();
            File.Delete(path);
            throw new IOException($"The rights of '{path}' could not be set.");
        }

        return stream;
#endif
    }

#if !NET
    [System.Runtime.InteropServices.DllImport("libc", EntryPoint = "chmod", SetLastError = true, CharSet = System.Runtime.InteropServices.CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int Chmod(string path, uint mode);
#endif
}
