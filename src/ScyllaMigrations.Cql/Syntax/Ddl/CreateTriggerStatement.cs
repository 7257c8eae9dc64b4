namespace ScyllaMigrations.Cql.Syntax;

/// <summary>CREATE TRIGGER (Cassandra).</summary>
public sealed record CreateTriggerStatement(string Name, QualifiedName Table, string Class, bool IfNotExists) : DdlStatement
{
    /// <inheritdoc/>
    public override string Kind => "CREATE TRIGGER";
}
