using System;

namespace ScyllaMigrations.Clusters;

/// <summary>Where random identifiers come from.</summary>
public interface IIdSource
{
    /// <summary>A random (version 4) identifier that was never given before.</summary>
    Guid NewId();
}
