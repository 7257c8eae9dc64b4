namespace ScyllaMigrations.Cql.Syntax;

/// <summary>DROP FUNCTION; without argument types the name must be unambiguous.</summary>
public sealed record DropFunctionStatement(QualifiedName Function, ValueList<CqlType>? ArgumentTypes, bool IfExists) : DdlStatement
{
    /// <inheritdoc/>
    public override string Kind => "DROP FUNCTION";
}
