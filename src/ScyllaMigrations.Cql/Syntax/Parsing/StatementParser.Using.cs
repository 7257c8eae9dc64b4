namespace ScyllaMigrations.Cql.Syntax;

internal sealed partial class StatementParser
{
    // Of a part given twice both servers keep the last.
    private UsingClause Using(UsingParts parts, bool repeat)
    {
        if (!Accept(Keyword.USING))
        {
            return UsingClause.None;
        }

        UsingClause clause = UsingPart(UsingClause.None, parts);
        while (repeat && Accept(Keyword.AND))
        {
            clause = UsingPart(clause, parts);
        }

        return clause;
    }

    private UsingClause UsingPart(UsingClause clause, UsingParts parts)
    {
        if (parts.HasFlag(UsingParts.Timestamp) && Accept(Keyword.TIMESTAMP))
        {
            return clause with { Timestamp = IntegerOrMarker() };
        }

        if (parts.HasFlag(UsingParts.TimeToLive) && Accept(Keyword.TTL))
        {
            return clause with { TimeToLive = IntegerOrMarker() };
        }

        if (parts.HasFlag(UsingParts.Timeout) && Accept(Keyword.TIMEOUT))
        {
            return clause with { Timeout = Term() };
        }

        if (parts.HasFlag(UsingParts.Concurrency) && Accept(Keyword.CONCURRENCY))
        {
            return clause with { Concurrency = Term() };
        }

        if (parts.HasFlag(UsingParts.ServiceLevel) && AcceptServiceLevel())
        {
            return clause with { ServiceLevel = ServiceLevelName() };
        }

        throw Unexpected();
    }

    private UsingClause ModificationUsing() => Using(
        UsingParts.Timestamp | UsingParts.TimeToLive | (_grammar.IsScylla ? UsingParts.Timeout : UsingParts.None), repeat: true);
}
