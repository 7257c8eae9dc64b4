namespace ScyllaMigrations.Cql.Syntax;

/// <summary>ADD IDENTITY identity TO ROLE role (Cassandra 5.0).</summary>
public sealed record AddIdentityStatement(string Identity, string Role, bool IfNotExists) : DclStatement
{
    /// <inheritdoc/>
    public override string Kind => "ADD IDENTITY";
}
