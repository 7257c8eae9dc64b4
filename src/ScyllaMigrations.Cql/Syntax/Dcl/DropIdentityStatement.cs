namespace ScyllaMigrations.Cql.Syntax;

/// <summary>DROP IDENTITY (Cassandra 5.0).</summary>
public sealed record DropIdentityStatement(string Identity, bool IfExists) : DclStatement
{
    /// <inheritdoc/>
    public override string Kind => "DROP IDENTITY";
}
