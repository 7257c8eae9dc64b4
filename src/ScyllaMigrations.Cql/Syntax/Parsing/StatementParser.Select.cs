namespace ScyllaMigrations.Cql.Syntax;

internal sealed partial class StatementParser
{
    private SelectStatement Select()
    {
        Expect(Keyword.SELECT);
        bool json = AcceptModifier(Keyword.JSON);
        bool distinct = AcceptModifier(Keyword.DISTINCT);
        SelectStatement select = new() { Table = null, Json = json, Distinct = distinct, Selectors = Selectors() };
        if (Accept(Keyword.FROM))
        {
            select = From(select);
        }
        else if (!_grammar.Scylla(2026, 4))
        {
            throw Unexpected();
        }

        select = select with { Where = Accept(Keyword.WHERE) ? Where() : ValueList<Relation>.Empty };
        if (Accept(Keyword.GROUP))
        {
            Expect(Keyword.BY);
            select = select with { GroupBy = CommaList(GroupingTerm) };
        }

        if (Accept(Keyword.ORDER))
        {
            Expect(Keyword.BY);
            select = select with { OrderBy = CommaList(Ordering) };
        }

        return SelectEnd(select);
    }

    private SelectStatement From(SelectStatement select)
    {
        if (_grammar.IsScylla && Is(Keyword.MUTATION_FRAGMENTS) && IsAt(1, TokenKind.LeftParen))
        {
            Take();
            Take();
            select = select with { Table = Qualified(), MutationFragments = true };
            Expect(TokenKind.RightParen);
            return select;
        }

        return select with { Table = Qualified() };
    }

    private SelectStatement SelectEnd(SelectStatement select)
    {
        if (Accept(Keyword.PER))
        {
            Expect(Keyword.PARTITION);
            Expect(Keyword.LIMIT);
            select = select with { PerPartitionLimit = IntegerOrMarker() };
        }

        if (Accept(Keyword.LIMIT))
        {
            select = select with { Limit = IntegerOrMarker() };
        }

        if (Accept(Keyword.ALLOW))
        {
            Expect(Keyword.FILTERING);
            select = select with { AllowFiltering = true };
        }

        if (!_grammar.IsScylla)
        {
            return select;
        }

        if (Accept(Keyword.BYPASS))
        {
            Expect(Keyword.CACHE);
            select = select with { BypassCache = true };
        }

        return select with
        {
            Using = _grammar.Scylla(2025, 1)
                ? Using(UsingParts.Timeout | UsingParts.ServiceLevel, repeat: true)
                : Using(UsingParts.Timeout, repeat: false),
        };
    }

    // JSON and DISTINCT are also columns: they modify when something that can be selected follows.
    private bool AcceptModifier(Keyword keyword)
    {
        if (!Is(keyword) || !(IsAt(1, TokenKind.Star) || StartsSelector(1)) || IsAlias(1))
        {
            return false;
        }

        Take();
        return true;
    }

    private bool IsAlias(int offset) => IsAt(offset, Keyword.AS) && IsIdentifier(offset + 1);

    private Term GroupingTerm() => _grammar.Cassandra(4, 1) ? Selection() : new ColumnTerm(Column());

    private Ordering Ordering()
    {
        if (_grammar.Scylla(2026, 3) && IsFunctionCall())
        {
            return new Ordering(SelectorFunction());
        }

        Term column = new ColumnTerm(Column());
        Term? vector = null;
        if (_grammar.HasAnn && Accept(Keyword.ANN))
        {
            Expect(Keyword.OF);
            vector = Term();
        }

        bool descending = !Accept(Keyword.ASC) && Accept(Keyword.DESC);
        return new Ordering(column, descending, vector);
    }
}
