namespace ScyllaMigrations.Cql.Syntax;

/// <summary>DROP INDEX.</summary>
public sealed record DropIndexStatement(QualifiedName Index, bool IfExists) : DdlStatement
{
    /// <inheritdoc/>
    public override string Kind => "DROP INDEX";
}
