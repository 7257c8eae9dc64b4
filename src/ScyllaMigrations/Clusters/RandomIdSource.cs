using System;

namespace ScyllaMigrations.Clusters;

/// <summary>Identifiers from the system's source of randomness.</summary>
public sealed class RandomIdSource : IIdSource
{
    private RandomIdSource()
    {
    }

    /// <summary>The only instance.</summary>
    public static RandomIdSource Instance { get; } = new();

    /// <inheritdoc />
#pragma warning disable RS0030 // The one place where random identifiers are drawn.
    public Guid NewId() => Guid.NewGuid();
#pragma warning restore RS0030
}
