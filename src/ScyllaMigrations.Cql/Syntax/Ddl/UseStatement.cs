namespace ScyllaMigrations.Cql.Syntax;

/// <summary>USE: which keyspace unqualified names belong to from here on.</summary>
public sealed record UseStatement(string Keyspace) : CqlStatement
{
    /// <inheritdoc/>
    public override string Kind => "USE";

    /// <inheritdoc/>
    public override CqlStatementCategory Category => CqlStatementCategory.Other;
}
