namespace ScyllaMigrations.Cql.Syntax;

/// <summary>DROP KEYSPACE.</summary>
public sealed record DropKeyspaceStatement(string Name, bool IfExists) : DdlStatement
{
    /// <inheritdoc/>
    public override string Kind => "DROP KEYSPACE";
}
