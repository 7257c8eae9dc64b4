using System;
using System.Collections.Generic;
using System.Globalization;

namespace ScyllaMigrations.Cql;

/// <summary>A server's language: product, version and switches. Decides grammar, options, limits and rules.</summary>
/// <remarks>Known dialects are static; a cluster with other switches is `dialect with { Features = … }`.</remarks>
public sealed record CqlDialect
{
    private static readonly CqlDialect[] KnownDialects =
    [
        Make(ServerProduct.Cassandra, 3, 11),
        Make(ServerProduct.Cassandra, 4, 0),
        Make(ServerProduct.Cassandra, 4, 1),
        Make(ServerProduct.Cassandra, 5, 0),
        Make(ServerProduct.Scylla, 5, 4),
        Make(ServerProduct.Scylla, 6, 0),
        Make(ServerProduct.Scylla, 6, 1),
        Make(ServerProduct.Scylla, 6, 2),
        Make(ServerProduct.Scylla, 2025, 1),
        Make(ServerProduct.Scylla, 2025, 2),
        Make(ServerProduct.Scylla, 2025, 3),
        Make(ServerProduct.Scylla, 2025, 4),
        Make(ServerProduct.Scylla, 2026, 1),
        Make(ServerProduct.Scylla, 2026, 2),
        Make(ServerProduct.Scylla, 2026, 3),
        Make(ServerProduct.Scylla, 2026, 4),
    ];

    /// <summary>Product and version, such as `cassandra-5.0` or `scylla-2025.4`.</summary>
    public required string Name { get; init; }

    /// <summary>The server.</summary>
    public required ServerProduct Product { get; init; }

    /// <summary>Major and minor version; patch releases do not change the language.</summary>
    public required Version Version { get; init; }

    /// <summary>The switches of the server's configuration.</summary>
    public required ServerFeatures Features { get; init; }

    /// <summary>All known dialects, oldest first, Cassandra before ScyllaDB.</summary>
    public static IReadOnlyList<CqlDialect> Known { get; } = KnownDialects;

    /// <summary>Apache Cassandra 5.0 as shipped.</summary>
    public static CqlDialect Cassandra50 { get; } = KnownDialects[3];

    /// <summary>The newest known ScyllaDB as shipped.</summary>
    public static CqlDialect ScyllaLatest { get; } = KnownDialects[KnownDialects.Length - 1];

    /// <summary>Whether this is ScyllaDB.</summary>
    public bool IsScylla => Product == ServerProduct.Scylla;

    /// <summary>Whether this is Apache Cassandra.</summary>
    public bool IsCassandra => Product == ServerProduct.Cassandra;

    /// <summary>Whether the server is of this product and of this version or a later one.</summary>
    /// <param name="product">The server.</param>
    /// <param name="major">Major version.</param>
    /// <param name="minor">Minor version.</param>
    public bool Is(ServerProduct product, int major, int minor) => Product == product && Version >= new Version(major, minor);

    /// <summary>The dialect of that name.</summary>
    /// <param name="name">`cassandra-5.0`, `cassandra-5.0.6` (the patch is ignored), `scylla-2025.x` or `scylla` (the newest of them).</param>
    /// <exception cref="FormatException">No known dialect has that name; the message lists those there are.</exception>
    public static CqlDialect Parse(string name) =>
        TryParse(name, out CqlDialect? dialect)
            ? dialect!
            : throw new FormatException(
                $"'{name}' is no known dialect; expected one of {string.Join(", ", Array.ConvertAll(KnownDialects, d => d.Name))}.");

    /// <summary>The dialect of that name, if it is known.</summary>
    /// <param name="name">See <see cref="Parse"/>.</param>
    /// <param name="dialect">The dialect, or null.</param>
    public static bool TryParse(string? name, out CqlDialect? dialect)
    {
        dialect = null;
        for (int i = KnownDialects.Length - 1; i >= 0 && dialect is null; i--)
        {
            if (KnownDialects[i].Matches(name ?? string.Empty))
            {
                dialect = KnownDialects[i];
            }
        }

        return dialect is not null;
    }

    /// <summary>The dialect for a server that says its version: the newest known one that is not newer, else the oldest of the product.</summary>
    /// <param name="product">The server.</param>
    /// <param name="releaseVersion">What the server says, such as `5.0.6` or `2025.4.1-0.20260110.abc`.</param>
    /// <exception cref="FormatException">The text does not start with a version.</exception>
    public static CqlDialect ForServer(ServerProduct product, string releaseVersion)
    {
        int end = 0;
        while (end < releaseVersion.Length && (releaseVersion[end] is >= '0' and <= '9' or '.'))
        {
            end++;
        }

        string[] parts = releaseVersion.Substring(0, end).Split('.');
        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int major))
        {
            throw new FormatException($"'{releaseVersion}' is no server version; expected one such as 5.0.6.");
        }

        _ = int.TryParse(parts.Length > 1 ? parts[1] : "0", NumberStyles.None, CultureInfo.InvariantCulture, out int minor);
        CqlDialect[] ofProduct = Array.FindAll(KnownDialects, d => d.Product == product);
        return Array.FindLast(ofProduct, d => d.Version <= new Version(major, minor)) ?? ofProduct[0];
    }

    /// <summary>Whether a name or pattern means this dialect: a product, a product and major version, or both versions, with or without a patch.</summary>
    /// <param name="pattern">`scylla`, `scylla-2025`, `scylla-2025.x`, `scylla-2025.4`, `scylla-2025.4.1`; case is ignored.</param>
    public bool Matches(string pattern)
    {
        string text = pattern.Trim().ToLowerInvariant();
        string product = IsScylla ? "scylla" : "cassandra";
        if (!text.StartsWith(product, StringComparison.Ordinal))
        {
            return false;
        }

        string rest = text.Substring(product.Length);
        if (rest.StartsWith("db", StringComparison.Ordinal) && IsScylla)
        {
            rest = rest.Substring(2);
        }

        if (rest.Length == 0)
        {
            return true;
        }

        if (rest[0] != '-')
        {
            return false;
        }

        string[] parts = rest.Substring(1).Split('.');
        return MatchesNumber(parts[0], Version.Major) && (parts.Length < 2 || MatchesNumber(parts[1], Version.Minor));
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private static bool MatchesNumber(string text, int number) =>
        text is "x" or "*" || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value == number);

    private static CqlDialect Make(ServerProduct product, int major, int minor) => new()
    {
        Name = (product == ServerProduct.Scylla ? "scylla-" : "cassandra-")
            + major.ToString(CultureInfo.InvariantCulture) + "." + minor.ToString(CultureInfo.InvariantCulture),
        Product = product,
        Version = new Version(major, minor),
        Features = product == ServerProduct.Cassandra
            ? ServerFeatures.CassandraDefaults
            : ServerFeatures.ScyllaDefaults with { Tablets = major >= 2025 },
    };
}
