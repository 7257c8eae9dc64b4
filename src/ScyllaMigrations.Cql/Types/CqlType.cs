namespace ScyllaMigrations.Cql;

/// <summary>A CQL data type. Its text is the canonical one, as system_schema.columns.type shows it.</summary>
public abstract record CqlType
{
    /// <summary>The canonical CQL text: `text` not `varchar`, `frozen&lt;list&lt;int&gt;&gt;`, names quoted when needed.</summary>
    public abstract string CqlName { get; }

    /// <summary>Whether values are one cell: native types, tuples, vectors and everything frozen.</summary>
    public virtual bool IsFrozen => true;

    /// <summary>The same type frozen, and everything in it.</summary>
    public virtual CqlType Freeze() => this;

    /// <summary>The canonical CQL text.</summary>
    public sealed override string ToString() => CqlName;
}
