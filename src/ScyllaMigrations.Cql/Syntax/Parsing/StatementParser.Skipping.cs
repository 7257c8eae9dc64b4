namespace ScyllaMigrations.Cql.Syntax;

internal sealed partial class StatementParser
{
    /// <summary>Refuses anything but the end of the text.</summary>
    public void ExpectEnd() => Expect(TokenKind.EndOfInput);

    /// <summary>Passes over the statement that starts here, by tokens alone: to its `;`, or that after its batch.</summary>
    /// <param name="atLineEnd">Whether it ends with its line, as the commands of cqlsh do.</param>
    public void SkipStatement(bool atLineEnd)
    {
        int start = Current.Start;
        bool batch = Is(Keyword.BEGIN) && HasBatchEnd();
        bool applied = false;
        while (!Is(TokenKind.EndOfInput))
        {
            if (Is(TokenKind.Semicolon) && (!batch || applied))
            {
                return;
            }

            if (atLineEnd && Current.Start > start && _text.IndexOf('\n', LastEnd, Current.Start - LastEnd) >= 0)
            {
                return;
            }

            applied |= Is(Keyword.APPLY) && IsAt(1, Keyword.BATCH);
            Take();
        }
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
