using System;
using System.Collections.Generic;

namespace ScyllaMigrations.Cql;

/// <summary>A type without parts.</summary>
public sealed record NativeType(NativeTypeKind Kind) : CqlType
{
    private static readonly string[] Names =
    [
        "ascii", "bigint", "blob", "boolean", "counter", "date", "decimal", "double", "duration", "float", "inet",
        "int", "smallint", "text", "time", "timestamp", "timeuuid", "tinyint", "uuid", "varint",
    ];

    private static readonly Dictionary<string, NativeType> ByName = MakeByName();

    /// <inheritdoc/>
    public override string CqlName => Names[(int)Kind];

    /// <summary>The type of that name, or null.</summary>
    /// <param name="name">A type name in lower case; `varchar` gives text.</param>
    public static NativeType? Find(string name) => ByName.TryGetValue(name, out NativeType? type) ? type : null;

    private static Dictionary<string, NativeType> MakeByName()
    {
        Dictionary<string, NativeType> types = new(StringComparer.Ordinal);
        for (int i = 0; i < Names.Length; i++)
        {
            types[Names[i]] = new NativeType((NativeTypeKind)i);
        }

        types["varchar"] = types["text"];
        return types;
    }
}
