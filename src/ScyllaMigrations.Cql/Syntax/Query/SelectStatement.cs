namespace ScyllaMigrations.Cql.Syntax;

/// <summary>SELECT.</summary>
public sealed record SelectStatement : QueryStatement
{
    /// <inheritdoc/>
    public override string Kind => "SELECT";

    /// <summary>The table; null for ScyllaDB's SELECT without FROM.</summary>
    public required QualifiedName? Table { get; init; }

    /// <summary>The result columns; empty for `*`.</summary>
    public ValueList<Selector> Selectors { get; init; } = ValueList<Selector>.Empty;

    /// <summary>SELECT DISTINCT.</summary>
    public bool Distinct { get; init; }

    /// <summary>SELECT JSON.</summary>
    public bool Json { get; init; }

    /// <summary>FROM MUTATION_FRAGMENTS(table) (ScyllaDB).</summary>
    public bool MutationFragments { get; init; }

    /// <summary>WHERE, joined by AND.</summary>
    public ValueList<Relation> Where { get; init; } = ValueList<Relation>.Empty;

    /// <summary>GROUP BY.</summary>
    public ValueList<Term> GroupBy { get; init; } = ValueList<Term>.Empty;

    /// <summary>ORDER BY.</summary>
    public ValueList<Ordering> OrderBy { get; init; } = ValueList<Ordering>.Empty;

    /// <summary>PER PARTITION LIMIT: an integer or a bind marker.</summary>
    public Term? PerPartitionLimit { get; init; }

    /// <summary>LIMIT: an integer or a bind marker.</summary>
    public Term? Limit { get; init; }

    /// <summary>ALLOW FILTERING.</summary>
    public bool AllowFiltering { get; init; }

    /// <summary>BYPASS CACHE (ScyllaDB).</summary>
    public bool BypassCache { get; init; }

    /// <summary>USING (ScyllaDB).</summary>
    public UsingClause Using { get; init; } = UsingClause.None;
}
