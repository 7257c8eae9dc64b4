namespace ScyllaMigrations.Cql.Syntax;

/// <summary>DROP TABLE.</summary>
public sealed record DropTableStatement(QualifiedName Table, bool IfExists) : DdlStatement
{
    /// <inheritdoc/>
    public override string Kind => "DROP TABLE";
}
