namespace ScyllaMigrations.Cql;

/// <summary>The types that have no parts; `varchar` is <see cref="Text"/>.</summary>
public enum NativeTypeKind
{
    /// <summary>`ascii`.</summary>
    Ascii,

    /// <summary>`bigint`.</summary>
    Bigint,

    /// <summary>`blob`.</summary>
    Blob,

    /// <summary>`boolean`.</summary>
    Boolean,

    /// <summary>`counter`.</summary>
    Counter,

    /// <summary>`date`.</summary>
    Date,

    /// <summary>`decimal`.</summary>
    Decimal,

    /// <summary>`double`.</summary>
    Double,

    /// <summary>`duration`.</summary>
    Duration,

    /// <summary>`float`.</summary>
    Float,

    /// <summary>`inet`.</summary>
    Inet,

    /// <summary>`int`.</summary>
    Int,

    /// <summary>`smallint`.</summary>
    Smallint,

    /// <summary>`text`, also written `varchar`.</summary>
    Text,

    /// <summary>`time`.</summary>
    Time,

    /// <summary>`timestamp`.</summary>
    Timestamp,

    /// <summary>`timeuuid`.</summary>
    Timeuuid,

    /// <summary>`tinyint`.</summary>
    Tinyint,

    /// <summary>`uuid`.</summary>
    Uuid,

    /// <summary>`varint`.</summary>
    Varint,
}
