namespace ScyllaMigrations.Cql.Syntax;

/// <summary>ALTER SERVICE LEVEL (ScyllaDB).</summary>
public sealed record AlterServiceLevelStatement(string Name, ValueList<Property> Options) : DclStatement
{
    /// <inheritdoc/>
    public override string Kind => "ALTER SERVICE LEVEL";
}
