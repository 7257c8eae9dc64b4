namespace ScyllaMigrations.Cql.Syntax;

/// <summary>DROP USER.</summary>
public sealed record DropUserStatement(string User, bool IfExists) : DclStatement
{
    /// <inheritdoc/>
    public override string Kind => "DROP USER";
}
