namespace ScyllaMigrations.Cql.Syntax;

internal sealed partial class StatementParser
{
    private DescribeStatement Describe()
    {
        Take();
        DescribeStatement described = Described();
        if (!Accept(Keyword.WITH))
        {
            return described;
        }

        Expect(Keyword.INTERNALS);
        bool passwords = _grammar.Scylla(2025, 1) && Accept(Keyword.AND);
        if (passwords)
        {
            Expect(Keyword.PASSWORDS);
        }

        return described with { WithInternals = true, WithPasswords = passwords };
    }

    private DescribeStatement Described()
    {
        Token token = Current;
        switch (token.Kind == TokenKind.Word ? token.Keyword : Keyword.None)
        {
            case Keyword.CLUSTER: return Plain(DescribeKind.Cluster);
            case Keyword.KEYSPACES: return Plain(DescribeKind.Keyspaces);
            case Keyword.TABLES: return Plain(DescribeKind.Tables);
            case Keyword.TYPES: return Plain(DescribeKind.Types);
            case Keyword.FUNCTIONS: return Plain(DescribeKind.Functions);
            case Keyword.AGGREGATES: return Plain(DescribeKind.Aggregates);
            case Keyword.SCHEMA: return Plain(DescribeKind.Schema);
            case Keyword.FULL:
                Take();
                Expect(Keyword.SCHEMA);
                return new DescribeStatement(DescribeKind.Schema, null, Modified: true);
            case Keyword.ONLY when IsAt(1, Keyword.KEYSPACE):
                Take();
                return Keyspace(only: true);
            case Keyword.KEYSPACE: return Keyspace(only: false);
            case Keyword.TABLE: return Named(DescribeKind.Table, Qualified);
            case Keyword.INDEX: return Named(DescribeKind.Index, Qualified);
            case Keyword.MATERIALIZED:
                Take();
                if (!Is(Keyword.VIEW))
                {
                    Expect(Keyword.VIEW);
                }

                return Named(DescribeKind.MaterializedView, Qualified);
            case Keyword.TYPE when StartsName(1): return Named(DescribeKind.Type, UserTypeName);
            case Keyword.FUNCTION when StartsName(1): return Named(DescribeKind.Function, FunctionName);
            case Keyword.AGGREGATE when StartsName(1): return Named(DescribeKind.Aggregate, FunctionName);
            default: return new DescribeStatement(DescribeKind.Any, Qualified());
        }
    }

    private bool StartsName(int offset) => IsIdentifier(offset) || IsAt(offset, Keyword.TOKEN);

    private DescribeStatement Plain(DescribeKind kind)
    {
        Take();
        return new DescribeStatement(kind, null);
    }

    private DescribeStatement Keyspace(bool only)
    {
        Take();
        return new DescribeStatement(DescribeKind.Keyspace, IsIdentifier() ? new QualifiedName(null, Identifier()) : null, only);
    }

    private DescribeStatement Named(DescribeKind kind, System.Func<QualifiedName> name)
    {
        Take();
        return new DescribeStatement(kind, name());
    }
}
