namespace ScyllaMigrations.Cql.Syntax;

/// <summary>How a relation or condition compares.</summary>
public enum RelationOperator
{
    /// <summary>`=`.</summary>
    Equal,

    /// <summary>`!=`.</summary>
    NotEqual,

    /// <summary>`&lt;`.</summary>
    Less,

    /// <summary>`&lt;=`.</summary>
    LessOrEqual,

    /// <summary>`&gt;`.</summary>
    Greater,

    /// <summary>`&gt;=`.</summary>
    GreaterOrEqual,

    /// <summary>IN.</summary>
    In,

    /// <summary>NOT IN.</summary>
    NotIn,

    /// <summary>CONTAINS.</summary>
    Contains,

    /// <summary>CONTAINS KEY.</summary>
    ContainsKey,

    /// <summary>LIKE.</summary>
    Like,
}
