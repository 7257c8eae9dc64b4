using Cassandra;

namespace ScyllaMigrations.Driver.Values;

/// <summary>How long the values of a type are inside of a vector: as the server's types say (Cassandra 5.0, AbstractType.valueLengthIfFixed).</summary>
internal static class FixedLength
{
    /// <summary>The length, or -1 where each element is preceded by its own.</summary>
    public static int Of(ColumnTypeCode code, IColumnInfo? info) => code switch
    {
        ColumnTypeCode.Boolean => 1,
        ColumnTypeCode.Int or ColumnTypeCode.Float => 4,
        ColumnTypeCode.Bigint or ColumnTypeCode.Double or ColumnTypeCode.Timestamp => 8,
        ColumnTypeCode.Uuid or ColumnTypeCode.Timeuuid => 16,
        ColumnTypeCode.Custom when info is VectorColumnInfo { Dimensions: { } dimensions } vector =>
            Of(vector.ValueTypeCode, vector.ValueTypeInfo) is > 0 and var element ? element * dimensions : -1,
        _ => -1,
    };
}
