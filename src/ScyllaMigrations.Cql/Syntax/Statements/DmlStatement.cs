namespace ScyllaMigrations.Cql.Syntax;

/// <summary>A statement that changes rows.</summary>
public abstract record DmlStatement : CqlStatement
{
    /// <inheritdoc/>
    public sealed override CqlStatementCategory Category => CqlStatementCategory.Dml;
}
