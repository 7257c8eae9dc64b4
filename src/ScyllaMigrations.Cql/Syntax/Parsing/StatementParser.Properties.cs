using System.Collections.Generic;

namespace ScyllaMigrations.Cql.Syntax;

internal sealed partial class StatementParser
{
    private readonly HashSet<string> _propertyNames = new(System.StringComparer.Ordinal);

    private ValueList<Property> Properties()
    {
        _propertyNames.Clear();
        List<Property> properties = [];
        do
        {
            AddProperty(properties);
        }
        while (Accept(Keyword.AND));

        return ValueList.From(properties);
    }

    private ValueList<Property> OptionalProperties() => Accept(Keyword.WITH) ? Properties() : ValueList<Property>.Empty;

    private void AddProperty(List<Property> properties)
    {
        Token start = Current;
        Property property = Property();
        if (!_propertyNames.Add(property.Name))
        {
            throw NotAllowed($"the property '{property.Name}' is given twice", start.Span);
        }

        properties.Add(property);
    }

    private Property Property()
    {
        string name = Identifier();
        Expect(TokenKind.Equal);
        return new Property(name, PropertyValue());
    }

    private Term PropertyValue()
    {
        if (Is(TokenKind.LeftBrace))
        {
            return PropertyMap();
        }

        if (IsConstant())
        {
            return Constant();
        }

        Token token = Current;
        if (_grammar.IsScylla && Is(Keyword.NULL))
        {
            Take();
            return ConstantTerm.Null;
        }

        if (token.Kind == TokenKind.Word && _grammar.ClassOf(token.Keyword) is WordClass.Basic or WordClass.Special or WordClass.Type)
        {
            Take();
            string word = TextOf(token);
            bool folds = _grammar.IsCassandra && _grammar.ClassOf(token.Keyword) == WordClass.Type;
            return new ConstantTerm(ConstantKind.Keyword, folds ? CqlIdentifier.Fold(word) : word);
        }

        _expected.Add(token.Start, "a constant");
        throw Unexpected(TokenNames.Of(TokenKind.LeftBrace));
    }

    /// <summary>`{key: value, …}` of constants, each key once.</summary>
    private MapTerm PropertyMap()
    {
        Expect(TokenKind.LeftBrace);
        if (Accept(TokenKind.RightBrace))
        {
            return new MapTerm(ValueList<MapEntry>.Empty);
        }

        HashSet<string> keys = new(System.StringComparer.Ordinal);
        ValueList<MapEntry> entries = CommaList(() =>
        {
            Token keyToken = Current;
            Term key = Term();
            if (key is not ConstantTerm { Kind: not ConstantKind.Null } keyConstant)
            {
                throw NotAllowed("the name of an option must be a constant; bind markers have no place in DDL", keyToken.Span);
            }

            if (!keys.Add(keyConstant.Text))
            {
                throw NotAllowed($"the option '{keyConstant.Text}' is given twice", keyToken.Span);
            }

            Expect(TokenKind.Colon);
            Token valueToken = Current;
            Term value = Term();
            if (!IsOptionValue(value))
            {
                throw NotAllowed("the value of an option must be a constant; bind markers have no place in DDL", valueToken.Span);
            }

            return new MapEntry(key, value);
        });
        Expect(TokenKind.RightBrace);
        return new MapTerm(entries);
    }

    private bool IsOptionValue(Term value)
    {
        if (value is ListTerm list && _grammar.HasBareKeyspace)
        {
            foreach (Term element in list.Elements)
            {
                if (element is not ConstantTerm { Kind: not ConstantKind.Null })
                {
                    return false;
                }
            }

            return true;
        }

        return value is ConstantTerm { Kind: not ConstantKind.Null };
    }
}
