namespace ScyllaMigrations.Cql.Syntax;

/// <summary>A statement that only reads.</summary>
public abstract record QueryStatement : CqlStatement
{
    /// <inheritdoc/>
    public sealed override CqlStatementCategory Category => CqlStatementCategory.Query;
}
