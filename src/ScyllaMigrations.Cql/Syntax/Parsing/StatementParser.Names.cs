using System;
using System.Collections.Generic;

namespace ScyllaMigrations.Cql.Syntax;

internal sealed partial class StatementParser
{
    private bool IsIdentifier(int offset = 0)
    {
        Token token = Peek(offset);
        return token.Kind == TokenKind.QuotedName
            || (token.Kind == TokenKind.Word && !_grammar.IsReserved(token.Keyword));
    }

    private bool IsColumn(int offset = 0) =>
        IsIdentifier(offset) || (IsAt(offset, TokenKind.EmptyQuotedName) && _grammar.IsCassandra);

    private string TakeIdentifier()
    {
        Token token = Take();
        string name = TextOf(token);
        return token.Kind == TokenKind.Word ? CqlIdentifier.Fold(name) : name;
    }

    /// <summary>A name: unquoted and not reserved, or quoted and not empty.</summary>
    private string Identifier() => IsIdentifier() ? TakeIdentifier() : throw Unexpected("a name");

    /// <summary>A column where the empty name of old tables is allowed too (Cassandra).</summary>
    private string Column() => IsColumn() ? TakeIdentifier() : throw Unexpected("a name");

    private ValueList<string> Columns() => CommaList(Column);

    private QualifiedName Qualified()
    {
        string first = Identifier();
        return Accept(TokenKind.Dot) ? new QualifiedName(first, Identifier()) : new QualifiedName(null, first);
    }

    /// <summary>A user type's name: the names of native types and some keywords need quotes.</summary>
    private QualifiedName UserTypeName()
    {
        if (IsIdentifier() && IsAt(1, TokenKind.Dot))
        {
            string keyspace = TakeIdentifier();
            Take();
            return new QualifiedName(keyspace, SimpleTypeName());
        }

        return new QualifiedName(null, SimpleTypeName());
    }

    private string SimpleTypeName()
    {
        Token token = Current;
        if (!IsIdentifier())
        {
            throw Unexpected("a type");
        }

        if (token.Kind == TokenKind.Word)
        {
            WordClass wordClass = _grammar.ClassOf(token.Keyword);
            if (wordClass == WordClass.Type || (wordClass == WordClass.Special && token.Keyword != Keyword.KEY))
            {
                throw NotAllowed($"'{TextOf(token)}' cannot name a user type unless quoted", token.Span);
            }

            // Both servers compare the word as it was written.
            if (token.Keyword == Keyword.None && TextOf(token) is "byte" or "complex" or "enum" or "interval" or "macaddr" or "bitstring")
            {
                throw NotAllowed($"'{TextOf(token)}' is a reserved type name", token.Span);
            }
        }

        return TakeIdentifier();
    }

    private bool IsFunctionNamePart(int offset)
    {
        Token token = Peek(offset);
        return token.Kind == TokenKind.QuotedName
            || (token.Kind == TokenKind.Word
                && (token.Keyword is Keyword.TOKEN or Keyword.COUNT
                    || (token.Keyword == Keyword.ANN && _grammar.Scylla(2026, 4))
                    || _grammar.ClassOf(token.Keyword) is WordClass.Name or WordClass.Basic or WordClass.Type));
    }

    /// <summary>Whether a function call starts here: a name, perhaps with a keyspace, and `(`.</summary>
    private bool IsFunctionCall() =>
        (IsAt(1, TokenKind.LeftParen) && IsFunctionNamePart(0))
        || (IsIdentifier() && IsAt(1, TokenKind.Dot) && IsAt(3, TokenKind.LeftParen) && IsFunctionNamePart(2));

    private QualifiedName FunctionName()
    {
        if (IsIdentifier() && IsAt(1, TokenKind.Dot))
        {
            string keyspace = TakeIdentifier();
            Take();
            return new QualifiedName(keyspace, SimpleFunctionName());
        }

        return new QualifiedName(null, SimpleFunctionName());
    }

    private string SimpleFunctionName() => IsFunctionNamePart(0) ? TakeIdentifier() : throw Unexpected("a function's name");

    /// <summary>A role: an identifier, or a string whose case is kept.</summary>
    private string RoleName() =>
        Is(TokenKind.String) ? TextOf(Take()) : IsIdentifier() ? TakeIdentifier() : throw Unexpected("a role");

    private bool IfNotExists()
    {
        if (!Accept(Keyword.IF))
        {
            return false;
        }

        Expect(Keyword.NOT);
        Expect(Keyword.EXISTS);
        return true;
    }

    private bool IfExists()
    {
        if (!Accept(Keyword.IF))
        {
            return false;
        }

        Expect(Keyword.EXISTS);
        return true;
    }

    private bool AlterIfExists(string statement) => GuardAlterCondition(statement, IfExists);

    private bool AlterIfNotExists(string statement) => GuardAlterCondition(statement, IfNotExists);

    private bool GuardAlterCondition(string statement, Func<bool> condition)
    {
        Token start = Current;
        if (!_grammar.HasAlterIfExists)
        {
            return Is(Keyword.IF) ? throw NotInDialect($"IF [NOT] EXISTS in {statement}", start.Span) : false;
        }

        return condition();
    }

    /// <summary>One or more items with commas between.</summary>
    private ValueList<T> CommaList<T>(Func<T> item)
    {
        T first = item();
        if (!Is(TokenKind.Comma))
        {
            _expected.Add(Current.Start, TokenNames.Of(TokenKind.Comma));
            return ValueList.Of(first);
        }

        List<T> items = [first];
        while (Accept(TokenKind.Comma))
        {
            items.Add(item());
        }

        return ValueList.From(items);
    }

    /// <summary>One or more items with AND between.</summary>
    private ValueList<T> AndList<T>(Func<T> item)
    {
        List<T> items = [item()];
        while (Accept(Keyword.AND))
        {
            items.Add(item());
        }

        return ValueList.From(items);
    }
}
