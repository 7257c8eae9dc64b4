using System;
using System.Collections.Generic;
using System.Linq;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>Types written as Java classes: those that CQL has a name for are stored by it (Cassandra 5.0.6 tried).</summary>
internal static class MarshalClasses
{
    private const string Package = "org.apache.cassandra.db.marshal.";

    private static readonly Dictionary<string, string> Natives = new(StringComparer.Ordinal)
    {
        ["AsciiType"] = "ascii", ["LongType"] = "bigint", ["BytesType"] = "blob", ["BooleanType"] = "boolean",
        ["CounterColumnType"] = "counter", ["SimpleDateType"] = "date", ["DecimalType"] = "decimal", ["DoubleType"] = "double",
        ["DurationType"] = "duration", ["FloatType"] = "float", ["InetAddressType"] = "inet", ["Int32Type"] = "int",
        ["ShortType"] = "smallint", ["UTF8Type"] = "text", ["TimeType"] = "time", ["TimestampType"] = "timestamp",
        ["DateType"] = "timestamp", ["TimeUUIDType"] = "timeuuid", ["ByteType"] = "tinyint", ["UUIDType"] = "uuid", ["IntegerType"] = "varint",
    };

    public static CqlType Resolve(CustomType type)
    {
        int at = 0;
        string text = type.ClassName.Replace(" ", string.Empty);
        return Read(text, ref at);
    }

    private static CqlType Read(string text, ref int at)
    {
        int start = at;
        while (at < text.Length && text[at] is not ('(' or ')' or ','))
        {
            at++;
        }

        string name = ClassNames.Short(text.Substring(start, at - start), Package);
        List<CqlType> arguments = [];
        if (at < text.Length && text[at] == '(')
        {
            do
            {
                at++;
                arguments.Add(Read(text, ref at));
            }
            while (at < text.Length && text[at] == ',');
            at++;
        }

        return Make(name, arguments);
    }

    private static CqlType Make(string name, List<CqlType> arguments) => (name, arguments.Count) switch
    {
        ("ListType", 1) => new ListType(arguments[0], Frozen: false),
        ("SetType", 1) => new SetType(arguments[0], Frozen: false),
        ("MapType", 2) => new MapType(arguments[0], arguments[1], Frozen: false),
        ("FrozenType", 1) => arguments[0].Freeze(),
        ("ReversedType", 1) => arguments[0],
        ("TupleType", > 0) => new TupleType(ValueList.From(arguments.Select(a => a.Freeze()))),
        _ when Natives.TryGetValue(name, out string? native) => NativeType.Find(native)!,
        _ => new CustomType(
            Package + name + (arguments.Count == 0 ? string.Empty : "(" + string.Join(",", arguments.Select(ClassOf)) + ")")),
    };

    private static string ClassOf(CqlType type) => type switch
    {
        CustomType custom => custom.ClassName,
        NativeType native => Package + Natives.First(n => n.Value == native.CqlName).Key,
        _ => type.CqlName,
    };
}
