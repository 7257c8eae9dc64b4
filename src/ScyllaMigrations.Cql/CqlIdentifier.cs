namespace ScyllaMigrations.Cql;

/// <summary>Names as CQL writes them: unquoted names fold to lower case, all others need double quotes.</summary>
public static class CqlIdentifier
{
    /// <summary>The name as CQL text, quoted when it must be for any known server.</summary>
    /// <param name="name">The name as stored: case kept, no quotes.</param>
    public static string Quote(string name) => NeedsQuotes(name) ? "\"" + name.Replace("\"", "\"\"") + "\"" : name;

    /// <summary>Whether the name must be quoted: not all lower case letters, digits and underscores, or reserved by a known server.</summary>
    /// <param name="name">The name as stored.</param>
    public static bool NeedsQuotes(string name)
    {
        if (name.Length == 0 || name[0] is < 'a' or > 'z')
        {
            return true;
        }

        foreach (char c in name)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '_'))
            {
                return true;
            }
        }

        return ReservedWords.IsReservedAnywhere(name);
    }

    /// <summary>The stored name for an unquoted word of CQL text.</summary>
    /// <param name="word">The word.</param>
    public static string Fold(string word)
    {
        foreach (char c in word)
        {
            if (c is >= 'A' and <= 'Z')
            {
                return word.ToLowerInvariant();
            }
        }

        return word;
    }
}
