namespace ScyllaMigrations.Cql.Syntax;

/// <summary>`(a, b) &gt; (1, 2)` and `(a, b) IN ((1, 2), …)`; ClusteringBound is ScyllaDB's SCYLLA_CLUSTERING_BOUND.</summary>
public sealed record TupleRelation(ValueList<string> Columns, RelationOperator Operator, Term Value, bool ClusteringBound = false) : Relation;
