namespace ScyllaMigrations.Cql.Syntax;

/// <summary>LIST EFFECTIVE SERVICE LEVEL OF role (ScyllaDB 6.0).</summary>
public sealed record ListEffectiveServiceLevelStatement(string Role) : QueryStatement
{
    /// <inheritdoc/>
    public override string Kind => "LIST EFFECTIVE SERVICE LEVEL";
}
