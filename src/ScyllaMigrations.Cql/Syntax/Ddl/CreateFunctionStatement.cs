namespace ScyllaMigrations.Cql.Syntax;

/// <summary>CREATE FUNCTION; CalledOnNullInput is false for RETURNS NULL ON NULL INPUT.</summary>
public sealed record CreateFunctionStatement(
    QualifiedName Function,
    bool OrReplace,
    bool IfNotExists,
    ValueList<FunctionArgument> Arguments,
    bool CalledOnNullInput,
    CqlType ReturnType,
    string Language,
    string Body) : DdlStatement
{
    /// <inheritdoc/>
    public override string Kind => "CREATE FUNCTION";
}
