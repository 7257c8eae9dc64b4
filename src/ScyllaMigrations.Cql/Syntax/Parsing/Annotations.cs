using System.Collections.Generic;

namespace ScyllaMigrations.Cql.Syntax;

/// <summary>Finds `-- @name argument` in comments.</summary>
internal static class Annotations
{
    private static readonly char[] Blanks = [' ', '\t'];

    public static ValueList<CqlAnnotation> Before(int start, SourceText source, List<SourceSpan> comments)
    {
        List<CqlAnnotation>? found = null;
        foreach (SourceSpan comment in comments)
        {
            if (comment.Start < start && Read(comment, source) is { } annotation)
            {
                (found ??= []).Add(annotation);
            }
        }

        return found is null ? ValueList<CqlAnnotation>.Empty : ValueList.From(found);
    }

    public static bool Has(ValueList<CqlAnnotation> annotations, string name)
    {
        foreach (CqlAnnotation annotation in annotations)
        {
            if (annotation.Name == name)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether `@dialect` names only other dialects; several names are alternatives.</summary>
    public static bool Excludes(ValueList<CqlAnnotation> annotations, CqlDialect dialect)
    {
        bool any = false;
        foreach (CqlAnnotation annotation in annotations)
        {
            if (annotation.Name != "dialect" || annotation.Argument.Length == 0)
            {
                continue;
            }

            any = true;
            foreach (string pattern in annotation.Argument.Split(',', ' '))
            {
                if (pattern.Length > 0 && dialect.Matches(pattern))
                {
                    return false;
                }
            }
        }

        return any;
    }

    // Only `--` comments that start their line: those after a statement belong to nobody.
    private static CqlAnnotation? Read(SourceSpan comment, SourceText source)
    {
        string text = source.Text;
        int at = comment.Start;
        if (text[at] != '-' || !StartsLine(text, at))
        {
            return null;
        }

        at += 2;
        while (at < comment.End && text[at] is ' ' or '\t')
        {
            at++;
        }

        if (at + 1 >= comment.End || text[at] != '@' || !char.IsLetter(text[at + 1]))
        {
            return null;
        }

        string body = text.Substring(at + 1, comment.End - at - 1).TrimEnd();
        int blank = body.IndexOfAny(Blanks);
        string name = blank < 0 ? body : body.Substring(0, blank);
        string argument = blank < 0 ? string.Empty : body.Substring(blank + 1).Trim();
        return new CqlAnnotation(name.ToLowerInvariant(), argument, comment);
    }

    private static bool StartsLine(string text, int at)
    {
        int i = at - 1;
        while (i >= 0 && text[i] is ' ' or '\t')
        {
            i--;
        }

        return i < 0 || text[i] is '\n' or '\r';
    }
}
