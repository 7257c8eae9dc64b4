namespace ScyllaMigrations.Cql.Syntax;

/// <summary>One CQL statement as a value: names are case-folded, positions and layout are left out, so equal meaning compares equal.</summary>
public abstract record CqlStatement
{
    /// <summary>The words it begins with, such as `CREATE TABLE`.</summary>
    public abstract string Kind { get; }

    /// <summary>What sort of work it does.</summary>
    public abstract CqlStatementCategory Category { get; }

    /// <summary>The statement as canonical CQL, passwords left out.</summary>
    public sealed override string ToString() => CqlWriter.WriteRedacted(this);
}
