namespace ScyllaMigrations.Cql.Syntax;

/// <summary>DROP TYPE.</summary>
public sealed record DropTypeStatement(QualifiedName Type, bool IfExists) : DdlStatement
{
    /// <inheritdoc/>
    public override string Kind => "DROP TYPE";
}
