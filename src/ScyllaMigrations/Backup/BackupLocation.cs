using System;
using System.Globalization;
using System.IO;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.Backup;

/// <summary>Where backups go and what they are called.</summary>
public static class BackupLocation
{
    /// <summary>The folder of backups that nobody named: <c>backups</c> in the folder of the migrations.</summary>
    /// <param name="path">The folder of the migrations; null when all are registered in code.</param>
    public static string DefaultFolder(string? path) => path is null ? "backups" : Path.Combine(path, "backups");

    /// <summary>A new file's name in a folder, which is made when it is not there: <c>KEYSPACE-VERSION-TIME.cql</c>.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="keyspace">The keyspace.</param>
    /// <param name="version">The version before the run; null before the first.</param>
    /// <param name="at">When.</param>
    /// <exception cref="MigrationException">ConfigurationInvalid: the folder cannot be made.</exception>
    public static string NewFile(string folder, string keyspace, string? version, DateTimeOffset at)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new MigrationException(ErrorCodes.ConfigurationInvalid, $"the folder '{folder}' for backups cannot be made: {exception.Message}", null, exception) { Subject = folder };
        }

        string time = at.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
        return Path.Combine(folder, $"{keyspace}-{version ?? "none"}-{time}.cql");
    }
}
