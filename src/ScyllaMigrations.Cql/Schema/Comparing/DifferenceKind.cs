namespace ScyllaMigrations.Cql.Schema;

/// <summary>How an object differs.</summary>
public enum DifferenceKind
{
    /// <summary>It should be there and is not.</summary>
    Missing,

    /// <summary>It is there and should not be.</summary>
    Unexpected,

    /// <summary>It is there but not as it should be.</summary>
    Changed,
}
