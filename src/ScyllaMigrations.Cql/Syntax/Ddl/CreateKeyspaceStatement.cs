namespace ScyllaMigrations.Cql.Syntax;

/// <summary>CREATE KEYSPACE.</summary>
public sealed record CreateKeyspaceStatement(string Name, bool IfNotExists, ValueList<Property> Options) : DdlStatement
{
    /// <inheritdoc/>
    public override string Kind => "CREATE KEYSPACE";
}
