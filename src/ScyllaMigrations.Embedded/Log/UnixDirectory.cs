using System;
using System.Runtime.InteropServices;
using System.Text;

namespace ScyllaMigrations.Embedded.Log;

/// <summary>Flushes a folder, which .NET cannot open: without it a new name may be lost with the power.</summary>
internal static class UnixDirectory
{
    /// <summary>Flushes a folder; does nothing where the system has no such call, since the file itself is flushed in any case.</summary>
    public static void Flush(string path)
    {
        try
        {
            int handle = Open(Encoding.UTF8.GetBytes(path + "\0"), flags: 0);
            if (handle >= 0)
            {
                _ = Sync(handle);
                _ = Close(handle);
            }
        }
        catch (DllNotFoundException)
        {
            // No C library of that name: nothing more can be done.
        }
        catch (EntryPointNotFoundException)
        {
            // The same.
        }
    }

    [DllImport("libc", EntryPoint = "open")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int handle);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
