using System;
using System.Globalization;
using System.Linq;
using System.Reflection;

namespace ScyllaMigrations.Clusters.Drivers;

/// <summary>Whether an assembly at hand may stand in for one that is asked for.</summary>
public static class AssemblyMatch
{
    /// <summary>
    /// True when the names are equal, the cultures are equal, the public key token is the one asked for (an assembly without a key is asked for without a token),
    /// and the version is the one asked for or a later one. A name without a version or culture asks for any version, and for the neutral culture.
    /// </summary>
    /// <param name="candidate">The assembly at hand.</param>
    /// <param name="requested">The assembly asked for.</param>
    public static bool Satisfies(AssemblyName candidate, AssemblyName requested) =>
        string.Equals(candidate.Name, requested.Name, StringComparison.OrdinalIgnoreCase)
        && string.Equals(Culture(candidate), Culture(requested), StringComparison.OrdinalIgnoreCase)
        && Enumerable.SequenceEqual(candidate.GetPublicKeyToken() ?? [], requested.GetPublicKeyToken() ?? [])
        && (requested.Version is null || (candidate.Version is { } version && version >= requested.Version));

    private static string Culture(AssemblyName name) => name.CultureName ?? CultureInfo.InvariantCulture.Name;
}
