namespace ScyllaMigrations.Cql.Syntax;

/// <summary>ATTACH SERVICE LEVEL name TO role (ScyllaDB).</summary>
public sealed record AttachServiceLevelStatement(string Name, string Role) : DclStatement
{
    /// <inheritdoc/>
    public override string Kind => "ATTACH SERVICE LEVEL";
}
