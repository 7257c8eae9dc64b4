using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Schema;

namespace ScyllaMigrations.Embedded.Values;

/// <summary>Finds the codec of a type. User-defined types are looked up in the schema, so a factory belongs to one state of it.</summary>
internal sealed class CodecFactory
{
    private static readonly Dictionary<NativeTypeKind, ValueCodec> Natives = new[]
    {
        "ascii", "bigint", "blob", "boolean", "counter", "date", "decimal", "double", "duration", "float", "inet",
        "int", "smallint", "text", "time", "timestamp", "timeuuid", "tinyint", "uuid", "varint",
    }.Select(n => NativeType.Find(n)!).ToDictionary(t => t.Kind, Make);

    private readonly ClusterSchema _schema;

    public CodecFactory(ClusterSchema schema) => _schema = schema;

    /// <summary>The codec of a type without parts.</summary>
    public static ValueCodec Native(NativeTypeKind kind) => Natives[kind];

    /// <summary>The codec of a type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="keyspace">Where user-defined types without a keyspace are looked up.</param>
    public ValueCodec Get(CqlType type, string? keyspace) => type switch
    {
        NativeType native => Natives[native.Kind],
        ListType list => new SequenceCodec(list, Get(list.Element, keyspace), isSet: false),
        SetType set => new SequenceCodec(set, Get(set.Element, keyspace), isSet: true),
        MapType map => new MapCodec(map, Get(map.Key, keyspace), Get(map.Value, keyspace)),
        TupleType tuple => new TupleCodec(tuple, [.. tuple.Elements.Select(e => Get(e, keyspace))]),
        UserType user => OfUserType(user, keyspace),
        VectorType vector => OfVector(vector, keyspace),
        _ => new BlobCodec(type),
    };

    private UserTypeCodec OfUserType(UserType type, string? keyspace)
    {
        string? home = type.Keyspace ?? keyspace;
        UserTypeSchema? schema = home is null ? null : _schema.FindKeyspace(home)?.Types.Find(type.Name);
        return schema is null
            ? throw CqlRefusal.Invalid($"Unknown type {(home is null ? string.Empty : home + ".")}{type.Name}", type.Name)
            : new UserTypeCodec(type, [.. schema.Fields.Select(f => f.Name)], [.. schema.Fields.Select(f => Get(f.Type, home))]);
    }

    private VectorCodec OfVector(VectorType type, string? keyspace)
    {
        int size = type.Element is NativeType { Kind: var kind } ? FixedSize(kind) : 0;
        return size == 0
            ? throw CqlRefusal.NotSupported($"a value of {type.CqlName}, whose elements have no fixed length,")
            : new VectorCodec(type, Get(type.Element, keyspace), size);
    }

    private static int FixedSize(NativeTypeKind kind) => kind switch
    {
        NativeTypeKind.Boolean => 1,
        NativeTypeKind.Float or NativeTypeKind.Int => 4,
        NativeTypeKind.Bigint or NativeTypeKind.Double or NativeTypeKind.Timestamp => 8,
        NativeTypeKind.Uuid or NativeTypeKind.Timeuuid => 16,
        _ => 0,
    };

    private static ValueCodec Make(NativeType type) => type.Kind switch
    {
        NativeTypeKind.Ascii or NativeTypeKind.Text => new TextCodec(type),
        NativeTypeKind.Bigint or NativeTypeKind.Counter => new IntegerCodec(type, 8),
        NativeTypeKind.Int => new IntegerCodec(type, 4),
        NativeTypeKind.Smallint => new IntegerCodec(type, 2),
        NativeTypeKind.Tinyint => new IntegerCodec(type, 1),
        NativeTypeKind.Boolean => new BooleanCodec(type),
        NativeTypeKind.Date => new DateCodec(type),
        NativeTypeKind.Decimal => new DecimalCodec(type),
        NativeTypeKind.Float or NativeTypeKind.Double => new FloatingCodec(type),
        NativeTypeKind.Duration => new DurationCodec(type),
        NativeTypeKind.Inet => new InetCodec(type),
        NativeTypeKind.Time => new TimeCodec(type),
        NativeTypeKind.Timestamp => new TimestampCodec(type),
        NativeTypeKind.Uuid or NativeTypeKind.Timeuuid => new UuidCodec(type),
        NativeTypeKind.Varint => new VarintCodec(type),
        _ => new BlobCodec(type),
    };
}
