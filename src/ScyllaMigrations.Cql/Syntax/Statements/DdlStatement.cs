namespace ScyllaMigrations.Cql.Syntax;

/// <summary>A statement that changes the schema.</summary>
public abstract record DdlStatement : CqlStatement
{
    /// <inheritdoc/>
    public sealed override CqlStatementCategory Category => CqlStatementCategory.Ddl;
}
