namespace ScyllaMigrations.Cql.Syntax;

/// <summary>DROP SERVICE LEVEL (ScyllaDB).</summary>
public sealed record DropServiceLevelStatement(string Name, bool IfExists) : DclStatement
{
    /// <inheritdoc/>
    public override string Kind => "DROP SERVICE LEVEL";
}
