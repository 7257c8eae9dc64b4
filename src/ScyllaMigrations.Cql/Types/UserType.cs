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

    // A word that is a native type's name would be read back as that type.
    private static string QuoteTypeName(string name) =>
        NativeType.Find(name) is null ? CqlIdentifier.Quote(name) : "\"" + name + "\"";
}
