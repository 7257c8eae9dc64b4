namespace ScyllaMigrations.Cql.Syntax;

internal sealed partial class StatementWriter
{
    private void Select(SelectStatement s)
    {
        Text("SELECT ").If(s.Json, "JSON ").If(s.Distinct, "DISTINCT ").Selectors(s.Selectors);
        if (s.Table is not null)
        {
            Text(" FROM ").If(s.MutationFragments, "MUTATION_FRAGMENTS(").Name(s.Table).If(s.MutationFragments, ")");
        }

        Where(s.Where);
        If(s.GroupBy.Count > 0, " GROUP BY ").List(s.GroupBy, g => Term(g));
        If(s.OrderBy.Count > 0, " ORDER BY ").List(s.OrderBy, Ordering);
        Limit(" PER PARTITION LIMIT ", s.PerPartitionLimit);
        Limit(" LIMIT ", s.Limit);
        If(s.AllowFiltering, " ALLOW FILTERING").If(s.BypassCache, " BYPASS CACHE").Using(s.Using);
    }

    private void Limit(string words, Term? limit)
    {
        if (limit is not null)
        {
            Text(words).Term(limit);
        }
    }

    private StatementWriter Selectors(ValueList<Selector> selectors) =>
        selectors.Count == 0 ? Text("*") : List(selectors, Selector);

    private void Selector(Selector selector)
    {
        Term(selector.Expression);
        if (selector.Alias is not null)
        {
            Text(" AS ").Name(selector.Alias);
        }
    }

    private void Ordering(Ordering ordering)
    {
        Term(ordering.Expression);
        if (ordering.AnnOf is not null)
        {
            Text(" ANN OF ").Term(ordering.AnnOf);
        }

        If(ordering.Descending, " DESC");
    }

    private StatementWriter Where(ValueList<Relation> relations) =>
        relations.Count == 0 ? this : Text(" WHERE ").List(relations, Relation, " AND ");

    private void Relation(Relation relation)
    {
        switch (relation)
        {
            case ColumnRelation r: Name(r.Column).Compare(r.Operator, r.Value); break;
            case ElementRelation r: Name(r.Column).Text("[").Term(r.Key).Text("]").Compare(r.Operator, r.Value); break;
            case TupleRelation r:
                Text("(").Names(r.Columns).Text(")").Compare(r.Operator, r.Value, r.ClusteringBound ? "SCYLLA_CLUSTERING_BOUND " : "");
                break;
            case TokenRelation r: Text("token(").Names(r.Columns).Text(")").Compare(r.Operator, r.Value); break;
            case IsNotNullRelation r: Name(r.Column).Text(" IS NOT NULL"); break;
            case CustomIndexRelation r: Text("expr(").Name(r.Index).Text(", ").Term(r.Value).Text(")"); break;
            case FunctionRelation r: Term(r.Function).Compare(r.Operator, r.Value); break;
            default: throw Unknown(relation);
        }
    }

    private StatementWriter Compare(RelationOperator comparison, Term value, string prefix = "") =>
        Text(SignOf(comparison)).Text(prefix).Term(value);

    private static string SignOf(RelationOperator comparison) => comparison switch
    {
        RelationOperator.Equal => " = ",
        RelationOperator.NotEqual => " != ",
        RelationOperator.Less => " < ",
        RelationOperator.LessOrEqual => " <= ",
        RelationOperator.Greater => " > ",
        RelationOperator.GreaterOrEqual => " >= ",
        RelationOperator.In => " IN ",
        RelationOperator.NotIn => " NOT IN ",
        RelationOperator.Contains => " CONTAINS ",
        RelationOperator.ContainsKey => " CONTAINS KEY ",
        _ => " LIKE ",
    };

    private void Query(QueryStatement statement)
    {
        switch (statement)
        {
            case ListRolesStatement s:
                Text("LIST ROLES").Optional(" OF ", s.Of).If(!s.Recursive, " NORECURSIVE");
                break;
            case ListUsersStatement: Text("LIST USERS"); break;
            case ListPermissionsStatement s:
                Text("LIST ").Permissions(s.Permissions);
                if (s.Resource is not null)
                {
                    Text(" ON ").Resource(s.Resource);
                }

                Optional(" OF ", s.Role).If(!s.Recursive, " NORECURSIVE");
                break;
            case ListServiceLevelStatement s:
                _ = s.Name is null ? Text("LIST ALL SERVICE LEVELS") : Text("LIST SERVICE LEVEL ").RoleName(s.Name);
                break;
            case ListAttachedServiceLevelStatement s:
                _ = s.Role is null ? Text("LIST ALL ATTACHED SERVICE LEVELS") : Text("LIST ATTACHED SERVICE LEVEL OF ").RoleName(s.Role);
                break;
            case ListEffectiveServiceLevelStatement s: Text("LIST EFFECTIVE SERVICE LEVEL OF ").RoleName(s.Role); break;
            case DescribeStatement s: Describe(s); break;
            default: throw Unknown(statement);
        }
    }

    private StatementWriter Optional(string words, string? name) => name is null ? this : Text(words).RoleName(name);

    private void Describe(DescribeStatement s)
    {
        Text("DESCRIBE ").Text(s.Target switch
        {
            DescribeKind.Cluster => "CLUSTER",
            DescribeKind.Schema => s.Modified ? "FULL SCHEMA" : "SCHEMA",
            DescribeKind.Keyspaces => "KEYSPACES",
            DescribeKind.Keyspace => s.Modified ? "ONLY KEYSPACE" : "KEYSPACE",
            DescribeKind.Tables => "TABLES",
            DescribeKind.Table => "TABLE",
            DescribeKind.Index => "INDEX",
            DescribeKind.MaterializedView => "MATERIALIZED VIEW",
            DescribeKind.Types => "TYPES",
            DescribeKind.Type => "TYPE",
            DescribeKind.Functions => "FUNCTIONS",
            DescribeKind.Function => "FUNCTION",
            DescribeKind.Aggregates => "AGGREGATES",
            DescribeKind.Aggregate => "AGGREGATE",
            _ => string.Empty,
        });
        if (s.Name is not null)
        {
            If(s.Target != DescribeKind.Any, " ").DescribedName(s.Target, s.Name);
        }

        If(s.WithInternals, " WITH INTERNALS").If(s.WithPasswords, " AND PASSWORDS");
    }

    // Alone, names such as tables or types would be read as the word of DESCRIBE.
    private StatementWriter DescribedName(DescribeKind kind, QualifiedName name) => kind switch
    {
        DescribeKind.Type => TypeName(name),
        DescribeKind.Function or DescribeKind.Aggregate => FunctionName(name),
        DescribeKind.Any => (name.Keyspace is null ? this : Quoted(name.Keyspace).Text(".")).Quoted(name.Name),
        _ => Name(name),
    };

    private StatementWriter Quoted(string name) => Text("\"" + name.Replace("\"", "\"\"") + "\"");
}
