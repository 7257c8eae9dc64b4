namespace ScyllaMigrations.Planning;

/// <summary>What a step does to data that is there.</summary>
public enum DataLoss
{
    /// <summary>Keeps all of it.</summary>
    None,

    /// <summary>May lose some, such as a TTL shortened or a row overwritten.</summary>
    Possible,

    /// <summary>Loses it: DROP, TRUNCATE, DELETE of what existed before.</summary>
    Certain,
}
