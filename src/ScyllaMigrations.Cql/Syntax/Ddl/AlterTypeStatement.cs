namespace ScyllaMigrations.Cql.Syntax;

/// <summary>ALTER TYPE with its one action.</summary>
public sealed record AlterTypeStatement(QualifiedName Type, bool IfExists, AlterTypeAction Action) : DdlStatement
{
    /// <inheritdoc/>
    public override string Kind => "ALTER TYPE";
}
