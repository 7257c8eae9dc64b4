namespace ScyllaMigrations.Cql.Syntax;

/// <summary>ALTER KEYSPACE.</summary>
public sealed record AlterKeyspaceStatement(string Name, bool IfExists, ValueList<Property> Options) : DdlStatement
{
    /// <inheritdoc/>
    public override string Kind => "ALTER KEYSPACE";
}
