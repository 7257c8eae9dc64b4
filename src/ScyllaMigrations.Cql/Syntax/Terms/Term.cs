namespace ScyllaMigrations.Cql.Syntax;

/// <summary>A value or expression.</summary>
public abstract record Term
{
    /// <summary>The term as canonical CQL.</summary>
    public sealed override string ToString() => CqlWriter.Write(this);
}
