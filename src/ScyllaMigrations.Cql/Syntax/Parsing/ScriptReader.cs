using System.Collections.Generic;

namespace ScyllaMigrations.Cql.Syntax;

/// <summary>Reads a text statement by statement: annotations, skipping, recovery after errors.</summary>
internal sealed class ScriptReader
{
    private readonly SourceText _source;
    private readonly CqlDialect _dialect;
    private readonly CqlLimits _limits;
    private readonly StatementParser _parser;
    private readonly List<ParsedStatement> _statements = [];
    private readonly List<CqlDiagnostic> _diagnostics = [];

    public ScriptReader(SourceText source, CqlDialect dialect, CqlLimits limits)
    {
        _source = source;
        _dialect = dialect;
        _limits = limits;
        _parser = new StatementParser(source, dialect, limits);
    }

    public CqlScript Read()
    {
        if (_source.Text.Length > _limits.TextLength)
        {
            string message = $"the text has {_source.Text.Length} characters; the limit is {_limits.TextLength}";
            _diagnostics.Add(new CqlDiagnostic(
                CqlErrorId.LimitExceeded, CqlDiagnostic.SyntaxErrorCode, message, ValueList<string>.Empty, _source, new SourceSpan(0, 0)));
            return Script(ValueList<CqlAnnotation>.Empty);
        }

        ValueList<CqlAnnotation>? header = null;
        while (true)
        {
            _parser.Forget();
            _parser.Comments.RemoveAll(c => c.End <= _parser.LastEnd);
            Token first = _parser.Current;
            if (first.Kind == TokenKind.Semicolon)
            {
                _parser.Take();
                continue;
            }

            ValueList<CqlAnnotation> annotations = Annotations.Before(first.Start, _source, _parser.Comments);
            header ??= annotations;
            if (first.Kind == TokenKind.EndOfInput)
            {
                return Script(header);
            }

            _statements.Add(One(first, annotations));
        }
    }

    public static CqlDiagnostic Diagnose(CqlSyntaxException error, SourceText source) =>
        new(error.Id, CqlDiagnostic.SyntaxErrorCode, error.Message, error.Expected, source, error.Span);

    private CqlScript Script(ValueList<CqlAnnotation> header) =>
        new(_source, ValueList.From(_statements), ValueList.From(_diagnostics), header);

    private ParsedStatement One(Token first, ValueList<CqlAnnotation> annotations)
    {
        if (Annotations.Excludes(annotations, _dialect))
        {
            CqlSyntaxException? broken = _parser.SkipStatement(atLineEnd: false);
            return broken is null ? Made(first, annotations) with { Skipped = true } : Failed(broken, first, annotations);
        }

        bool shell = ShellCommands.Starts(_parser, _source.Text);
        try
        {
            if (shell)
            {
                throw ShellCommands.Refusal(first, _source.Text);
            }

            CqlStatement statement = _parser.Statement();
            return Made(first, annotations) with { Statement = statement };
        }
        catch (CqlSyntaxException error)
        {
            _parser.Reset(0);
            CqlSyntaxException? broken = _parser.SkipStatement(atLineEnd: shell && !ShellCommands.TakesManyLines(first, _source.Text));
            return Annotations.Has(annotations, "opaque") && broken is null
                ? Made(first, annotations) with { Opaque = true }
                : Failed(error, first, annotations);
        }
    }

    private ParsedStatement Failed(CqlSyntaxException error, Token first, ValueList<CqlAnnotation> annotations)
    {
        CqlDiagnostic diagnostic = Diagnose(error, _source);
        _diagnostics.Add(diagnostic);
        return Made(first, annotations) with { Diagnostics = [diagnostic] };
    }

    private ParsedStatement Made(Token first, ValueList<CqlAnnotation> annotations)
    {
        SourceSpan span = SourceSpan.FromBounds(first.Start, _parser.LastEnd);
        string text = _source.GetText(span);
        return new ParsedStatement
        {
            Span = span,
            Text = text,
            TextToSend = CommentStripper.Strip(text, span.Start, _parser.Comments),
            Annotations = annotations,
        };
    }
}
