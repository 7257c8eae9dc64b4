using System.Linq;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>Which types can stand in for which.</summary>
internal static class TypeCompatibility
{
    /// <summary>
    /// Whether Cassandra takes a column of this type where one of the other was dropped: the full matrix of its 25 types tried on 5.0.6.
    /// </summary>
    public static bool CanReAdd(CqlType added, CqlType dropped)
    {
        if (added == dropped)
        {
            return true;
        }

        string to = added.CqlName;
        if (dropped is VectorType vector)
        {
            return to == "blob" && !HasFixedLength(vector.Element);
        }

        if (dropped is TupleType || (dropped is ListType or SetType or MapType && dropped.IsFrozen))
        {
            return to == "blob";
        }

        return dropped.CqlName switch
        {
            "ascii" => to is "blob" or "text",
            "bigint" => to is "timestamp",
            "timestamp" => to is "bigint",
            "timeuuid" => to is "uuid",
            "text" or "date" or "decimal" or "duration" or "inet" or "smallint" or "time" or "tinyint" or "varint" => to is "blob",
            _ => false,
        };
    }

    // Values that all have one length are stored without it, so nothing else can read them.
    private static bool HasFixedLength(CqlType type) => type is VectorType vector
        ? HasFixedLength(vector.Element)
        : type.CqlName is "bigint" or "boolean" or "double" or "float" or "int" or "timestamp" or "timeuuid" or "uuid";

    /// <summary>Whether ScyllaDB alters a column or field from one type to the other (types: is_value_compatible_with).</summary>
    public static bool CanAlter(CqlType from, CqlType to)
    {
        if (from == to)
        {
            return true;
        }

        if (from is TupleType before && to is TupleType after)
        {
            return before.Elements.Count <= after.Elements.Count
                && before.Elements.Zip(after.Elements, CanAlter).All(compatible => compatible);
        }

        if (from.IsFrozen != to.IsFrozen)
        {
            return false;
        }

        return (from, to) switch
        {
            (ListType a, ListType b) => CanAlter(a.Element, b.Element),
            (SetType a, SetType b) => CanAlter(a.Element, b.Element),
            (MapType a, MapType b) => CanAlter(a.Key, b.Key) && CanAlter(a.Value, b.Value),
            (NativeType a, NativeType b) => Native(a.CqlName, b.CqlName),
            _ => false,
        };
    }

    private static bool Native(string from, string to) => to switch
    {
        "blob" => from != "counter",
        "text" => from is "ascii",
        "varint" => from is "int" or "bigint" or "smallint" or "tinyint",
        "uuid" => from is "timeuuid",
        "bigint" => from is "timestamp",
        "timestamp" => from is "bigint" or "date",
        "date" => from is "timestamp",
        _ => false,
    };
}
