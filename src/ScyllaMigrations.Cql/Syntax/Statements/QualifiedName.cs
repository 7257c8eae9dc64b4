namespace ScyllaMigrations.Cql.Syntax;

/// <summary>A name with or without its keyspace; both as stored, case-folded and without quotes.</summary>
public sealed record QualifiedName(string? Keyspace, string Name)
{
    /// <summary>The name as CQL text, quoted where needed.</summary>
    public override string ToString() =>
        Keyspace is null ? CqlIdentifier.Quote(Name) : CqlIdentifier.Quote(Keyspace) + "." + CqlIdentifier.Quote(Name);
}
