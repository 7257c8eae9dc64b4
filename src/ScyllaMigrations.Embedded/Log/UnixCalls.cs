using System;
using System.Runtime.InteropServices;
using System.Text;

namespace ScyllaMigrations.Embedded.Log;

/// <summary>What .NET cannot do on Unix: flush a folder, and read a file on which another process holds an exclusive lock.</summary>
internal static class UnixCalls
{
    /// <summary>Flushes a folder, or a new name may be lost with the power; does nothing where the system has no such call.</summary>
    public static void FlushDirectory(string path) => WithFile(path, handle => Sync(handle));

    /// <summary>The first kilobyte of a file as text; empty when it cannot be read.</summary>
    public static string ReadText(string path)
    {
        byte[] buffer = new byte[1024];
        int count = WithFile(path, handle => (int)Read(handle, buffer, (IntPtr)buffer.Length));
        return count > 0 ? Encoding.UTF8.GetString(buffer, 0, count) : string.Empty;
    }

    private static int WithFile(string path, Func<int, int> use)
    {
        try
        {
            int handle = Open(Encoding.UTF8.GetBytes(path + "\0"), flags: 0);
            if (handle < 0)
            {
                return -1;
            }

            int answer = use(handle);
            _ = Close(handle);
            return answer;
        }
        catch (Exception error) when (error is DllNotFoundException or EntryPointNotFoundException)
        {
            // No C library of that name: nothing more can be done.
            return -1;
        }
    }

    [DllImport("libc", EntryPoint = "read")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern IntPtr Read(int handle, byte[] buffer, IntPtr count);

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
