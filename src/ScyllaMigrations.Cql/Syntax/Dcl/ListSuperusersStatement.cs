namespace ScyllaMigrations.Cql.Syntax;

/// <summary>LIST SUPERUSERS (Cassandra).</summary>
public sealed record ListSuperusersStatement : QueryStatement
{
    /// <inheritdoc/>
    public override string Kind => "LIST SUPERUSERS";
}
