using System;
using System.Collections.Generic;

namespace ScyllaMigrations.Cql.Syntax;

/// <summary>The Java classes that Cassandra has as types (package org.apache.cassandra.db.marshal, 5.0.6).</summary>
internal static class CustomTypeNames
{
    private const string Package = "org.apache.cassandra.db.marshal.";

    private static readonly HashSet<string> Classes = new(
        ("AsciiType BooleanType ByteType BytesType CompositeType CounterColumnType DateType DecimalType DoubleType DurationType "
        + "DynamicCompositeType EmptyType FloatType FrozenType InetAddressType Int32Type IntegerType LegacyTimeUUIDType LexicalUUIDType "
        + "ListType LongType MapType PartitionerDefinedOrder ReversedType SetType ShortType SimpleDateType TimeType TimeUUIDType "
        + "TimestampType TupleType UTF8Type UUIDType UserType VectorType ColumnToCollectionType").Split(' '),
        StringComparer.Ordinal);

    /// <summary>Whether the outermost class of the text is one of Cassandra's; what it takes in parentheses is the server's to judge.</summary>
    public static bool IsKnown(string text)
    {
        int open = text.IndexOf('(');
        string name = (open < 0 ? text : text.Substring(0, open)).Trim();
        return Classes.Contains(name.StartsWith(Package, StringComparison.Ordinal) ? name.Substring(Package.Length) : name);
    }
}
