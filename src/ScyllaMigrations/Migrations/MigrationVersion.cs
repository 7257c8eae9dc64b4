using System;
using System.Collections.Generic;
using System.Numerics;

namespace ScyllaMigrations.Migrations;

/// <summary>A version as Semantic Versioning 2.0.0 defines it (semver.org), with its precedence.</summary>
/// <remarks>
/// Build metadata is kept for display, but has no part in order, equality or hash: two migrations whose versions differ only in it are
/// duplicates. So comparing gives 0 exactly where both are equal.
/// </remarks>
public sealed partial class MigrationVersion : IComparable<MigrationVersion>, IComparable, IEquatable<MigrationVersion>
{
    private readonly string[] _preRelease;

    private MigrationVersion(BigInteger major, BigInteger minor, BigInteger patch, string[] preRelease, string? build)
    {
        Major = major;
        Minor = minor;
        Patch = patch;
        _preRelease = preRelease;
        Build = build;
    }

    /// <summary>First number; unlimited, as in the specification.</summary>
    public BigInteger Major { get; }

    /// <summary>Second number.</summary>
    public BigInteger Minor { get; }

    /// <summary>Third number.</summary>
    public BigInteger Patch { get; }

    /// <summary>What follows the hyphen, such as <c>rc.1</c>; null for a release.</summary>
    public string? PreRelease => _preRelease.Length == 0 ? null : string.Join(".", _preRelease);

    /// <summary>What follows the plus sign; null when there is none.</summary>
    public string? Build { get; }

    /// <summary>The version without build metadata: equal text means equal versions.</summary>
    public string Precedence => $"{Major}.{Minor}.{Patch}" + (_preRelease.Length == 0 ? string.Empty : "-" + PreRelease);

    /// <summary>Orders by precedence (rule 11): numbers, then pre-release identifiers; a pre-release comes before its release.</summary>
    /// <param name="other">The other version; null comes before all.</param>
    public int CompareTo(MigrationVersion? other)
    {
        if (other is null)
        {
            return 1;
        }

        int order = Major.CompareTo(other.Major);
        order = order != 0 ? order : Minor.CompareTo(other.Minor);
        order = order != 0 ? order : Patch.CompareTo(other.Patch);
        return order != 0 ? order : ComparePreRelease(_preRelease, other._preRelease);
    }

    /// <inheritdoc />
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        MigrationVersion other => CompareTo(other),
        _ => throw new ArgumentException("A version compares to a version only.", nameof(obj)),
    };

    /// <summary>Whether both have the same precedence; build metadata is ignored.</summary>
    /// <param name="other">The other version or null.</param>
    public bool Equals(MigrationVersion? other) => other is not null && CompareTo(other) == 0;

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as MigrationVersion);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        int hash = Major.GetHashCode();
        hash = unchecked((hash * 31) + Minor.GetHashCode());
        hash = unchecked((hash * 31) + Patch.GetHashCode());
        foreach (string identifier in _preRelease)
        {
            hash = unchecked((hash * 31) + StringComparer.Ordinal.GetHashCode(identifier));
        }

        return hash;
    }

    /// <summary>The version as text, build metadata included.</summary>
    public override string ToString() => Build is null ? Precedence : Precedence + "+" + Build;

    /// <summary>Whether both have the same precedence.</summary>
    /// <param name="left">A version or null.</param>
    /// <param name="right">A version or null.</param>
    public static bool operator ==(MigrationVersion? left, MigrationVersion? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether their precedence differs.</summary>
    /// <param name="left">A version or null.</param>
    /// <param name="right">A version or null.</param>
    public static bool operator !=(MigrationVersion? left, MigrationVersion? right) => !(left == right);

    /// <summary>Whether the left one comes first.</summary>
    /// <param name="left">A version or null; null comes before all.</param>
    /// <param name="right">A version or null.</param>
    public static bool operator <(MigrationVersion? left, MigrationVersion? right) => Comparer<MigrationVersion?>.Default.Compare(left, right) < 0;

    /// <summary>Whether the right one comes first.</summary>
    /// <param name="left">A version or null; null comes before all.</param>
    /// <param name="right">A version or null.</param>
    public static bool operator >(MigrationVersion? left, MigrationVersion? right) => Comparer<MigrationVersion?>.Default.Compare(left, right) > 0;

    /// <summary>Whether the right one does not come first.</summary>
    /// <param name="left">A version or null; null comes before all.</param>
    /// <param name="right">A version or null.</param>
    public static bool operator <=(MigrationVersion? left, MigrationVersion? right) => !(left > right);

    /// <summary>Whether the left one does not come first.</summary>
    /// <param name="left">A version or null; null comes before all.</param>
    /// <param name="right">A version or null.</param>
    public static bool operator >=(MigrationVersion? left, MigrationVersion? right) => !(left < right);

    private static int ComparePreRelease(string[] left, string[] right)
    {
        if (left.Length == 0 || right.Length == 0)
        {
            // A release has no identifiers and comes after all of its pre-releases.
            return (left.Length == 0 ? 1 : 0) - (right.Length == 0 ? 1 : 0);
        }

        for (int i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            int order = CompareIdentifiers(left[i], right[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return left.Length.CompareTo(right.Length);
    }

    private static int CompareIdentifiers(string left, string right)
    {
        bool leftNumeric = IsNumber(left);
        bool rightNumeric = IsNumber(right);
        if (leftNumeric && rightNumeric)
        {
            // Without leading zeros the longer number is the larger one.
            int length = left.Length.CompareTo(right.Length);
            return length != 0 ? length : string.CompareOrdinal(left, right);
        }

        return leftNumeric != rightNumeric ? (leftNumeric ? -1 : 1) : string.CompareOrdinal(left, right);
    }
}
