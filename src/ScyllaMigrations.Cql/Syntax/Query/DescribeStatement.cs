namespace ScyllaMigrations.Cql.Syntax;

/// <summary>DESCRIBE. Modified is FULL before SCHEMA and ONLY before KEYSPACE.</summary>
public sealed record DescribeStatement(
    DescribeKind Target, QualifiedName? Name, bool Modified = false, bool WithInternals = false, bool WithPasswords = false) : QueryStatement
{
    /// <inheritdoc/>
    public override string Kind => "DESCRIBE";
}
