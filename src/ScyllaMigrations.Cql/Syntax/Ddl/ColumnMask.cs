namespace ScyllaMigrations.Cql.Syntax;

/// <summary>MASKED WITH a function; `DEFAULT` is the function mask_default without arguments.</summary>
public sealed record ColumnMask(QualifiedName Function, ValueList<Term> Arguments);
