namespace ScyllaMigrations.Cql.Syntax;

/// <summary>BEGIN BATCH … APPLY BATCH; holds INSERT, UPDATE and DELETE only.</summary>
public sealed record BatchStatement(BatchKind BatchKind, UsingClause Using, ValueList<DmlStatement> Statements) : DmlStatement
{
    /// <inheritdoc/>
    public override string Kind => "BATCH";
}
