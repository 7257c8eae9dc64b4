namespace ScyllaMigrations.Cql.Syntax;

/// <summary>A statement that changes roles, permissions or service levels.</summary>
public abstract record DclStatement : CqlStatement
{
    /// <inheritdoc/>
    public sealed override CqlStatementCategory Category => CqlStatementCategory.Dcl;
}
