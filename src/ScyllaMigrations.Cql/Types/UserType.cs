namespace ScyllaMigrations.Cql;

/// <summary>A reference to a user-defined type by name; the keyspace is null when the text names none.</summary>
public sealed record UserType(string? Keyspace, string Name, bool Frozen) : CqlType
{
    /// <inheritdoc/>
    public override string CqlName => Frozen ? $"frozen<{Reference}>" : Reference;

    /// <inheritdoc/>
    public override bool IsFrozen => Frozen;

    private string Reference =>
        Keyspace is null ? QuoteTypeName(Name) : CqlIdentifier.Quote(Keyspace) + "." + QuoteTypeName(Name);

    /// <inheritdoc/>
    public override CqlType Freeze() => this with { Frozen = true };

    // Unquoted these would be read back as a native type or refused: Cassandra and ScyllaDB keep some words, and keywords that are
    // not names of types, for themselves.
    private static string QuoteTypeName(string name) => NativeType.Find(name) is not null || IsKept(name)
        ? "\"" + name + "\""
        : CqlIdentifier.Quote(name);

    private static bool IsKept(string name) => name is "byte" or "complex" or "enum" or "interval" or "macaddr" or "bitstring" or "empty"
        or "ttl" or "count" or "writetime" or "maxwritetime" or "cast" or "json" or "distinct";
}
