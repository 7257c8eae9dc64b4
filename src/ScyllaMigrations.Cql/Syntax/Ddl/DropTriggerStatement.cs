namespace ScyllaMigrations.Cql.Syntax;

/// <summary>DROP TRIGGER (Cassandra).</summary>
public sealed record DropTriggerStatement(string Name, QualifiedName Table, bool IfExists) : DdlStatement
{
    /// <inheritdoc/>
    public override string Kind => "DROP TRIGGER";
}
