using System;
using System.Linq;
using Cassandra;
using ScyllaMigrations.Cql;

namespace ScyllaMigrations.Driver.Values;

/// <summary>
/// The CQL type of a column of an answer. The protocol does not say what is frozen: a column counts as not frozen, and what is inside of another type as frozen.
/// </summary>
internal static class TypeMapper
{
    public static CqlType Map(ColumnTypeCode code, IColumnInfo? info) => info switch
    {
        ListColumnInfo list => new ListType(Inner(list.ValueTypeCode, list.ValueTypeInfo), Frozen: false),
        SetColumnInfo set => new SetType(Inner(set.KeyTypeCode, set.KeyTypeInfo), Frozen: false),
        MapColumnInfo map => new MapType(Inner(map.KeyTypeCode, map.KeyTypeInfo), Inner(map.ValueTypeCode, map.ValueTypeInfo), Frozen: false),
        TupleColumnInfo tuple => new TupleType(ValueList.From(tuple.Elements.Select(element => Inner(element.TypeCode, element.TypeInfo)))),
        VectorColumnInfo vector => new VectorType(Inner(vector.ValueTypeCode, vector.ValueTypeInfo), vector.Dimensions ?? 0),
        UdtColumnInfo type => MapUserType(type.Name),
        CustomColumnInfo when IsDuration(info) => new NativeType(NativeTypeKind.Duration),
        CustomColumnInfo custom => new CustomType(custom.CustomTypeName ?? string.Empty),
        _ => new NativeType(Native(code)),
    };

    /// <summary>Whether a column is a duration in the dress of a class name: up to version 4 the protocol has no code for it.</summary>
    public static bool IsDuration(IColumnInfo? info) =>
        info is CustomColumnInfo { CustomTypeName: { } name } && name.EndsWith(".DurationType", StringComparison.Ordinal);

    private static CqlType Inner(ColumnTypeCode code, IColumnInfo? info) => Map(code, info).Freeze();

    // The driver joins keyspace and name with a point; a keyspace has none in its name.
    private static UserType MapUserType(string name)
    {
        int point = name.IndexOf('.');
        return point < 0
            ? new UserType(null, name, Frozen: false)
            : new UserType(name.Substring(0, point), name.Substring(point + 1), Frozen: false);
    }

    private static NativeTypeKind Native(ColumnTypeCode code) => code switch
    {
        ColumnTypeCode.Ascii => NativeTypeKind.Ascii,
        ColumnTypeCode.Bigint => NativeTypeKind.Bigint,
        ColumnTypeCode.Boolean => NativeTypeKind.Boolean,
        ColumnTypeCode.Counter => NativeTypeKind.Counter,
        ColumnTypeCode.Date => NativeTypeKind.Date,
        ColumnTypeCode.Decimal => NativeTypeKind.Decimal,
        ColumnTypeCode.Double => NativeTypeKind.Double,
        ColumnTypeCode.Duration => NativeTypeKind.Duration,
        ColumnTypeCode.Float => NativeTypeKind.Float,
        ColumnTypeCode.Inet => NativeTypeKind.Inet,
        ColumnTypeCode.Int => NativeTypeKind.Int,
        ColumnTypeCode.SmallInt => NativeTypeKind.Smallint,
        ColumnTypeCode.Text or ColumnTypeCode.Varchar => NativeTypeKind.Text,
        ColumnTypeCode.Time => NativeTypeKind.Time,
        ColumnTypeCode.Timestamp => NativeTypeKind.Timestamp,
        ColumnTypeCode.Timeuuid => NativeTypeKind.Timeuuid,
        ColumnTypeCode.TinyInt => NativeTypeKind.Tinyint,
        ColumnTypeCode.Uuid => NativeTypeKind.Uuid,
        ColumnTypeCode.Varint => NativeTypeKind.Varint,

        // What the driver has no code for arrives as bytes.
        _ => NativeTypeKind.Blob,
    };
}
