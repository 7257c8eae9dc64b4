namespace ScyllaMigrations.Cql.Syntax;

/// <summary>Finds where numbers, durations and uuids end.</summary>
internal static class NumberScanner
{
    private const int UuidSize = 36;

    public static bool IsHex(char c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F');

    /// <summary>36 when a uuid stands here, else 0.</summary>
    public static int UuidLength(string text, int at, int end)
    {
        if (end - at < UuidSize || text[at + 8] != '-')
        {
            return 0;
        }

        for (int i = 0; i < UuidSize; i++)
        {
            bool dash = i is 8 or 13 or 18 or 23;
            if (dash ? text[at + i] != '-' : !IsHex(text[at + i]))
            {
                return 0;
            }
        }

        return UuidSize;
    }

    /// <summary>The end of the number or duration whose first digit stands here.</summary>
    public static int NumberEnd(string text, int digits, int end, out TokenKind kind)
    {
        int i = Digits(text, digits, end);
        int duration = DurationEnd(text, digits, end);
        if (duration > 0)
        {
            kind = TokenKind.Duration;
            return duration;
        }

        kind = TokenKind.Integer;
        // `1..2` is an integer and a range, `1...2` the float `1.` and a range.
        bool range = i + 1 < end && text[i + 1] == '.' && !(i + 2 < end && text[i + 2] == '.');
        if (i < end && text[i] == '.' && !range)
        {
            kind = TokenKind.Float;
            i = Digits(text, i + 1, end);
        }

        if (i < end && text[i] is 'e' or 'E')
        {
            int exponent = i + 1 < end && text[i + 1] is '+' or '-' ? i + 2 : i + 1;
            int last = Digits(text, exponent, end);
            if (last > exponent)
            {
                kind = TokenKind.Float;
                i = last;
            }
        }

        return i;
    }

    /// <summary>The length of an ISO 8601 duration whose `P` stands here, or 0.</summary>
    public static int IsoDurationLength(string text, int at, int end)
    {
        int i = AlternativeFormat(text, at, end);
        if (i > 0)
        {
            return i - at;
        }

        i = at + 1;
        int week = Digits(text, i, end);
        if (week > i && week < end && text[week] == 'W')
        {
            return week + 1 - at;
        }

        bool any = Parts(text, ref i, end, "YMD");
        if (i < end && text[i] == 'T')
        {
            int time = i + 1;
            if (Parts(text, ref time, end, "HMS"))
            {
                return time - at;
            }
        }

        return any ? i - at : 0;
    }

    private static int Digits(string text, int at, int end)
    {
        int i = at;
        while (i < end && text[i] is >= '0' and <= '9')
        {
            i++;
        }

        return i;
    }

    // Units come in the order given, each at most once, each after digits.
    private static bool Parts(string text, ref int at, int end, string units)
    {
        bool any = false;
        foreach (char unit in units)
        {
            int last = Digits(text, at, end);
            if (last > at && last < end && text[last] == unit)
            {
                at = last + 1;
                any = true;
            }
        }

        return any;
    }

    // P0001-02-03T04:05:06
    private static int AlternativeFormat(string text, int at, int end)
    {
        const string Shape = "P0000-00-00T00:00:00";
        if (end - at < Shape.Length)
        {
            return 0;
        }

        for (int i = 0; i < Shape.Length; i++)
        {
            char c = text[at + i];
            if (Shape[i] == '0' ? c is < '0' or > '9' : c != Shape[i])
            {
                return 0;
            }
        }

        return at + Shape.Length;
    }

    // 1y2mo3w4d5h6m7s8ms9us10ns: digits and a unit, again and again.
    private static int DurationEnd(string text, int at, int end)
    {
        int result = 0;
        int i = at;
        while (true)
        {
            int last = Digits(text, i, end);
            int unit = last > i ? UnitLength(text, last, end) : 0;
            if (unit == 0)
            {
                return result;
            }

            i = result = last + unit;
        }
    }

    private static int UnitLength(string text, int at, int end)
    {
        if (at >= end)
        {
            return 0;
        }

        char next = at + 1 < end ? (char)(text[at + 1] | 0x20) : '\0';
        return (text[at] | 0x20) switch
        {
            'm' => next is 'o' or 's' ? 2 : 1,
            'u' or 'n' => next == 's' ? 2 : 0,
            '\u00B5' => next == 's' ? 2 : 0,
            'y' or 'w' or 'd' or 'h' or 's' => 1,
            _ => 0,
        };
    }
}
