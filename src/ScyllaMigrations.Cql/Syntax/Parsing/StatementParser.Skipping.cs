namespace ScyllaMigrations.Cql.Syntax;

internal sealed partial class StatementParser
{
    /// <summary>Refuses anything but the end of the text.</summary>
    public void ExpectEnd() => Expect(TokenKind.EndOfInput);

    /// <summary>Passes over the statement that starts here, by tokens alone: to its `;`, or that after its batch.</summary>
    /// <param name="atLineEnd">Whether it ends with its line, as the commands of cqlsh do.</param>
    /// <returns>The error of a token on the way that has no end or no limit; null when all are whole.</returns>
    public CqlSyntaxException? SkipStatement(bool atLineEnd)
    {
        CqlSyntaxException? broken = null;
        int start = Current.Start;
        bool batch = Is(Keyword.BEGIN) && HasBatchEnd();
        bool applied = false;
        while (!Is(TokenKind.EndOfInput))
        {
            if (Is(TokenKind.Semicolon) && (!batch || applied))
            {
                break;
            }

            if (atLineEnd && Current.Start > start && _text.IndexOf('\n', LastEnd, Current.Start - LastEnd) >= 0)
            {
                break;
            }

            if (broken is null && (Is(TokenKind.Unterminated) || Is(TokenKind.TooLong)))
            {
                broken = UnexpectedAt(Current);
            }

            applied |= Is(Keyword.APPLY) && IsAt(1, Keyword.BATCH);
            Take();
        }

        return broken;
    }

    // A batch that never ends must not swallow the statements after it: after a `;` only its own kinds may follow.
    private bool HasBatchEnd()
    {
        for (int i = 1; !IsAt(i, TokenKind.EndOfInput); i++)
        {
            if (IsAt(i, Keyword.APPLY) && IsAt(i + 1, Keyword.BATCH))
            {
                return true;
            }

            if (IsAt(i, TokenKind.Semicolon) && Peek(i + 1).Kind == TokenKind.Word && Peek(i + 1).Keyword is Keyword.BEGIN
                or Keyword.CREATE or Keyword.ALTER or Keyword.DROP or Keyword.USE or Keyword.TRUNCATE or Keyword.GRANT or Keyword.REVOKE
                or Keyword.SELECT)
            {
                return false;
            }
        }

        return false;
    }
}
