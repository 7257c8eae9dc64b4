namespace ScyllaMigrations.Cql.Syntax;

/// <summary>CREATE SERVICE LEVEL (ScyllaDB).</summary>
public sealed record CreateServiceLevelStatement(string Name, bool IfNotExists, ValueList<Property> Options) : DclStatement
{
    /// <inheritdoc/>
    public override string Kind => "CREATE SERVICE LEVEL";
}
