namespace ScyllaMigrations.Cql.Syntax;

/// <summary>CREATE TYPE.</summary>
public sealed record CreateTypeStatement(QualifiedName Type, bool IfNotExists, ValueList<FieldDefinition> Fields) : DdlStatement
{
    /// <inheritdoc/>
    public override string Kind => "CREATE TYPE";
}
