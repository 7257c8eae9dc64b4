using System.Collections.Generic;
using System.Linq;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>Turns a type as written into the type as stored, or says why it cannot be (Cassandra 5.0.6 tried).</summary>
internal static class TypeRules
{
    private static readonly NativeType Counter = NativeType.Find("counter")!;
    private static readonly NativeType Duration = NativeType.Find("duration")!;

    public static bool IsCounter(CqlType type) => type == Counter;

    public static CqlType Resolve(CqlType type, KeyspaceSchema keyspace, StatementRun run)
    {
        CqlType resolved = type switch
        {
            ListType list => Collection(list, new ListType(Resolve(Element(list.Element, list, run), keyspace, run), list.Frozen)),
            SetType set => Collection(set, new SetType(Resolve(SetElement(set, run), keyspace, run), set.Frozen)),
            MapType map => Map(map, keyspace, run),
            TupleType tuple => new TupleType(ValueList.From(tuple.Elements.Select(e => Resolve(TupleElement(e), keyspace, run).Freeze()))),
            VectorType vector => Vector(vector, keyspace, run),
            UserType user => User(user, keyspace, run),
            CustomType custom => MarshalClasses.Resolve(custom),
            _ => type,
        };
        return resolved;
    }

    /// <summary>Whether the servers count durations in it: not inside vectors.</summary>
    public static bool HasDuration(CqlType type, KeyspaceSchema keyspace) => type switch
    {
        NativeType native => native == Duration,
        ListType list => HasDuration(list.Element, keyspace),
        SetType set => HasDuration(set.Element, keyspace),
        MapType map => HasDuration(map.Key, keyspace) || HasDuration(map.Value, keyspace),
        TupleType tuple => tuple.Elements.Any(e => HasDuration(e, keyspace)),
        UserType user => keyspace.Types.Find(user.Name) is { } type1 && type1.Fields.Any(f => HasDuration(f.Type, keyspace)),
        _ => false,
    };

    public static bool IsCollection(CqlType type) => type is ListType or SetType or MapType;

    /// <summary>The names of the user types in a type, those inside them not included.</summary>
    public static IEnumerable<string> UserTypes(CqlType type, bool intoVectors = true) => type switch
    {
        ListType list => UserTypes(list.Element, intoVectors),
        SetType set => UserTypes(set.Element, intoVectors),
        MapType map => UserTypes(map.Key, intoVectors).Concat(UserTypes(map.Value, intoVectors)),
        TupleType tuple => tuple.Elements.SelectMany(e => UserTypes(e, intoVectors)),
        VectorType vector when intoVectors => UserTypes(vector.Element),
        UserType user => [user.Name],
        _ => [],
    };

    /// <summary>Whether a type holds a user type, also through other user types.</summary>
    public static bool References(CqlType type, string userType, KeyspaceSchema keyspace, bool intoVectors = true) =>
        UserTypes(type, intoVectors).Any(name => name == userType
            || (keyspace.Types.Find(name) is { } inner && inner.Fields.Any(f => References(f.Type, userType, keyspace, intoVectors))));

    /// <summary>The type with user types replaced by tuples of their fields: how dropped columns are remembered.</summary>
    public static CqlType ExpandUserTypes(CqlType type, KeyspaceSchema keyspace) => type switch
    {
        ListType list => list with { Element = ExpandUserTypes(list.Element, keyspace) },
        SetType set => set with { Element = ExpandUserTypes(set.Element, keyspace) },
        MapType map => map with { Key = ExpandUserTypes(map.Key, keyspace), Value = ExpandUserTypes(map.Value, keyspace) },
        TupleType tuple => new TupleType(ValueList.From(tuple.Elements.Select(e => ExpandUserTypes(e, keyspace)))),
        VectorType vector => vector with { Element = ExpandUserTypes(vector.Element, keyspace) },
        UserType user when keyspace.Types.Find(user.Name) is { } inner =>
            new TupleType(ValueList.From(inner.Fields.Select(f => ExpandUserTypes(f.Type, keyspace).Freeze()))),
        _ => type,
    };

    /// <summary>The type as the servers repeat it from a statement: tuples without the frozen that they get.</summary>
    private static string Written(CqlType type) => type switch
    {
        ListType list => Written("list", list.Frozen, list.Element),
        SetType set => Written("set", set.Frozen, set.Element),
        MapType map => Written("map", map.Frozen, map.Key, map.Value),
        TupleType tuple => Written("tuple", frozen: false, [.. tuple.Elements]),
        _ => type.CqlName,
    };

    private static string Written(string name, bool frozen, params CqlType[] arguments)
    {
        string text = $"{name}<{string.Join(", ", arguments.Select(Written))}>";
        return frozen ? $"frozen<{text}>" : text;
    }

    private static CqlType Collection(CqlType written, CqlType resolved) => written.IsFrozen ? resolved.Freeze() : resolved;

    private static CqlType Map(MapType map, KeyspaceSchema keyspace, StatementRun run)
    {
        Element(map.Value, map, run);
        if (map.Key == Duration)
        {
            throw Refusal.Invalid($"Durations are not allowed as map keys: {Written(map)}", map.CqlName);
        }

        Element(map.Key, map, run);
        return Collection(map, new MapType(Resolve(map.Key, keyspace, run), Resolve(map.Value, keyspace, run), map.Frozen));
    }

    private static CqlType SetElement(SetType set, StatementRun run) => set.Element == Duration
        ? throw Refusal.Invalid($"Durations are not allowed inside sets: {Written(set)}", set.CqlName)
        : Element(set.Element, set, run);

    private static CqlType Element(CqlType element, CqlType collection, StatementRun run)
    {
        if (element == Counter)
        {
            throw Refusal.Invalid($"Counters are not allowed inside collections: {Written(collection)}", collection.CqlName);
        }

        if (collection.IsFrozen || element.IsFrozen)
        {
            return element;
        }

        string what = run.IsScylla ? "Non-frozen user types or collections" : element is UserType ? "Non-frozen UDTs" : "Non-frozen collections";
        throw Refusal.Invalid($"{what} are not allowed inside collections: {Written(collection)}", collection.CqlName);
    }

    private static CqlType TupleElement(CqlType element) =>
        element == Counter ? throw Refusal.Invalid("Counters are not allowed inside tuples", "counter") : element;

    private static VectorType Vector(VectorType vector, KeyspaceSchema keyspace, StatementRun run)
    {
        if (!run.Features.VectorType)
        {
            throw Refusal.Invalid("Vector type is not allowed", "vector");
        }

        return vector.Dimension < 1
            ? throw Refusal.Invalid($"vectors may only have positive dimensions; given {vector.Dimension}", vector.CqlName)
            : new VectorType(Resolve(vector.Element, keyspace, run), vector.Dimension);
    }

    private static UserType User(UserType user, KeyspaceSchema keyspace, StatementRun run)
    {
        if (user.Keyspace is not null && user.Keyspace != keyspace.Name)
        {
            throw Refusal.Invalid(
                $"Statement on keyspace {keyspace.Name} cannot refer to a user type in keyspace {user.Keyspace}; "
                + "user types can only be used in the keyspace they are defined in",
                user.Name);
        }

        return keyspace.Types.ContainsKey(user.Name)
            ? user with { Keyspace = null }
            : throw Refusal.Invalid($"Unknown type {keyspace.Name}.{user.Name}", user.Name);
    }
}
