namespace ScyllaMigrations.Embedded.Select;

/// <summary>LIKE: <c>%</c> for any text, <c>_</c> for one character, a backslash before either for itself.</summary>
internal static class LikePattern
{
    public static bool Matches(string text, string pattern) => Matches(text, 0, pattern, 0);

    private static bool Matches(string text, int at, string pattern, int p)
    {
        while (p < pattern.Length)
        {
            char c = pattern[p++];
            if (c == '%')
            {
                for (int i = at; i <= text.Length; i++)
                {
                    if (Matches(text, i, pattern, p))
                    {
                        return true;
                    }
                }

                return false;
            }

            bool any = c == '_';
            if (c == '\\' && p < pattern.Length)
            {
                c = pattern[p++];
            }

            if (at >= text.Length || (!any && text[at] != c))
            {
                return false;
            }

            at++;
        }

        return at == text.Length;
    }
}
