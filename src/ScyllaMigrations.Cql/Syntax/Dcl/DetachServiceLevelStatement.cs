namespace ScyllaMigrations.Cql.Syntax;

/// <summary>DETACH SERVICE LEVEL FROM role (ScyllaDB).</summary>
public sealed record DetachServiceLevelStatement(string Role) : DclStatement
{
    /// <inheritdoc/>
    public override string Kind => "DETACH SERVICE LEVEL";
}
