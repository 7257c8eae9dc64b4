using System;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.Migrations;

/// <summary>Walks over a script's comments, strings, quoted names and <c>$$</c> bodies to find variables and settings.</summary>
/// <remarks>
/// <c>${name}</c> counts in code, strings and quoted names. Comments are never sent and <c>$$ … $$</c> bodies are another language
/// with its own dollar signs: both stay as they are. Inside strings and quoted names <c>$${</c> is the escape for a literal <c>${</c>;
/// in code <c>$$</c> always opens a body, for nothing else could be valid there.
/// </remarks>
internal sealed class ScriptScanner
{
    private readonly SourceText _source;
    private readonly string _text;
    private readonly ScriptScan _scan = new();
    private int _at;

    private ScriptScanner(SourceText source)
    {
        _source = source;
        _text = source.Text;
    }

    /// <summary>Scans a script; never fails on any text.</summary>
    /// <param name="source">The script.</param>
    public static ScriptScan Scan(SourceText source)
    {
        ScriptScanner scanner = new(source);
        scanner.Run();
        return scanner._scan;
    }

    /// <summary>A finding at a place of a text.</summary>
    /// <param name="source">The text.</param>
    /// <param name="offset">The place.</param>
    /// <param name="id">The finding's id.</param>
    /// <param name="message">What is wrong.</param>
    public static Finding FindingAt(SourceText source, int offset, string id, string message)
    {
        LinePosition position = source.GetPosition(offset);
        return new Finding(id, FindingSeverity.Error, message)
        {
            File = source.Path,
            Line = position.Line,
            Column = position.Column,
            LineText = source.GetLine(position.Line),
        };
    }

    private void Run()
    {
        while (_at < _text.Length)
        {
            char c = _text[_at];
            if (StartsWith("--") || StartsWith("//"))
            {
                LineComment();
            }
            else if (StartsWith("/*"))
            {
                int end = _text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
                _at = end < 0 ? _text.Length : end + 2;
            }
            else if (c is '\'' or '"')
            {
                Quoted(c);
            }
            else if (StartsWith("$$"))
            {
                _scan.HasStatements = true;
                int end = _text.IndexOf("$$", _at + 2, StringComparison.Ordinal);
                _at = end < 0 ? _text.Length : end + 2;
            }
            else
            {
                _scan.HasStatements |= c != ';' && !char.IsWhiteSpace(c);
                if (!Variable())
                {
                    _at++;
                }
            }
        }
    }

    private void LineComment()
    {
        int start = _at;
        int end = _text.IndexOfAny(['\n', '\r'], _at);
        _at = end < 0 ? _text.Length : end;
        string comment = _text.Substring(start + 2, _at - start - 2).Trim();

        // As in the parser: only "--" that begins its line; what follows a statement in its line belongs to nobody.
        if (_text[start] != '-' || !StartsLine(start) || comment.Length < 2 || comment[0] != '@' || !char.IsLetter(comment[1]))
        {
            return;
        }

        int blank = comment.IndexOfAny([' ', '\t']);
        string name = (blank < 0 ? comment.Substring(1) : comment.Substring(1, blank - 1)).ToLowerInvariant();
        string argument = blank < 0 ? string.Empty : comment.Substring(blank).Trim();
        (_scan.HasStatements ? _scan.Inner : _scan.Header).Add(new CqlAnnotation(name, argument, SourceSpan.FromBounds(start, _at)));
    }

    private void Quoted(char quote)
    {
        _scan.HasStatements = true;
        _at++;
        while (_at < _text.Length)
        {
            if (_text[_at] == quote)
            {
                _at++;
                return;
            }

            if (StartsWith("$${"))
            {
                _scan.Variables.Add(new ScriptVariable(null, new SourceSpan(_at, 3)));
                _at += 3;
            }
            else if (!Variable())
            {
                _at++;
            }
        }
    }

    private bool Variable()
    {
        if (!StartsWith("${"))
        {
            return false;
        }

        int end = _at + 2;
        while (end < _text.Length && (char.IsLetterOrDigit(_text[end]) || _text[end] is '_' or '.' or '-'))
        {
            end++;
        }

        if (end == _at + 2 || end >= _text.Length || _text[end] != '}')
        {
            _scan.Findings.Add(FindingAt(
                _source,
                _at,
                FindingIds.InvalidVariable,
                "'${' begins a variable, which is a name of letters, digits, '_', '.' or '-' and ends in '}'. In a string write '$${' for a literal '${'."));
            _at += 2;
            return true;
        }

        _scan.Variables.Add(new ScriptVariable(_text.Substring(_at + 2, end - _at - 2), SourceSpan.FromBounds(_at, end + 1)));
        _at = end + 1;
        return true;
    }

    private bool StartsLine(int at)
    {
        while (at > 0 && _text[at - 1] is ' ' or '\t')
        {
            at--;
        }

        return at == 0 || _text[at - 1] is '\n' or '\r';
    }

    private bool StartsWith(string mark) => string.CompareOrdinal(_text, _at, mark, 0, mark.Length) == 0;
}
