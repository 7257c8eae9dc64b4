using System.Collections.Generic;

namespace ScyllaMigrations.Cql.Syntax;

internal sealed partial class StatementParser
{
    private CreateTypeStatement CreateType()
    {
        Take();
        bool ifNotExists = IfNotExists();
        QualifiedName name = UserTypeName();
        Expect(TokenKind.LeftParen);
        List<FieldDefinition> fields = [FieldDefinition()];
        while (Accept(TokenKind.Comma))
        {
            if (!Is(TokenKind.Comma) && !Is(TokenKind.RightParen))
            {
                fields.Add(FieldDefinition());
            }
        }

        Expect(TokenKind.RightParen);
        return new CreateTypeStatement(name, ifNotExists, ValueList.From(fields));
    }

    private FieldDefinition FieldDefinition()
    {
        string name = Identifier();
        return new FieldDefinition(name, Type());
    }

    private AlterTypeStatement AlterType()
    {
        Take();
        bool ifExists = AlterIfExists("ALTER TYPE");
        QualifiedName name = UserTypeName();
        return new AlterTypeStatement(name, ifExists, AlterTypeAction());
    }

    private AlterTypeAction AlterTypeAction()
    {
        if (Accept(Keyword.ADD))
        {
            bool ifNotExists = AlterIfNotExists("ADD");
            return new AddField(FieldDefinition(), ifNotExists);
        }

        if (Accept(Keyword.RENAME))
        {
            bool ifExists = AlterIfExists("RENAME");
            return new RenameFields(AndList(() => Rename(Identifier)), ifExists);
        }

        Expect(Keyword.ALTER);
        string field = Identifier();
        Expect(Keyword.TYPE);
        return new AlterFieldType(field, Type());
    }

    private DropTypeStatement DropType()
    {
        Take();
        bool ifExists = IfExists();
        return new DropTypeStatement(UserTypeName(), ifExists);
    }
}
