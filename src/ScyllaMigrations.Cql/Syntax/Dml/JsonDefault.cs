namespace ScyllaMigrations.Cql.Syntax;

/// <summary>What columns missing from INSERT JSON become.</summary>
public enum JsonDefault
{
    /// <summary>Not said, which means null.</summary>
    Unspecified,

    /// <summary>DEFAULT NULL.</summary>
    Null,

    /// <summary>DEFAULT UNSET: left as they are.</summary>
    Unset,
}
