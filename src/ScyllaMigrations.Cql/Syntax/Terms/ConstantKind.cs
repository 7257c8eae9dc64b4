namespace ScyllaMigrations.Cql.Syntax;

/// <summary>The sorts of constants.</summary>
public enum ConstantKind
{
    /// <summary>A string; the text is the value without quotes.</summary>
    String,

    /// <summary>An integer such as `-7`.</summary>
    Integer,

    /// <summary>A number with point or exponent, or NaN, Infinity, -Infinity.</summary>
    Float,

    /// <summary>`true` or `false` as written.</summary>
    Boolean,

    /// <summary>A duration as written.</summary>
    Duration,

    /// <summary>A uuid as written.</summary>
    Uuid,

    /// <summary>`0x…` as written.</summary>
    Blob,

    /// <summary>`null`.</summary>
    Null,

    /// <summary>An unquoted word as a property's value; the text is as the server reads it.</summary>
    Keyword,
}
