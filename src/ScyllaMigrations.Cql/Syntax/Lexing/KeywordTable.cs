using System;

namespace ScyllaMigrations.Cql.Syntax;

/// <summary>Finds the keyword that a word of CQL text is, ignoring case, without allocating.</summary>
internal static class KeywordTable
{
    private const int Size = 1024;

    private static readonly string[] Names = KeywordNames();
    private static readonly short[] Slots = MakeSlots();

    /// <summary>How many keywords there are, <see cref="Keyword.None"/> included.</summary>
    public static int Count => Names.Length;

    /// <summary>One step of the hash that finding takes, over the word's characters in order, from 0.</summary>
    public static uint Step(uint hash, char c) => unchecked((hash * 33) + (uint)(c | 0x20));

    /// <summary>The keyword's text, upper case.</summary>
    public static string Name(Keyword keyword) => Names[(int)keyword];

    /// <summary>The keyword of a word, or <see cref="Keyword.None"/>.</summary>
    public static Keyword Find(string text, int start, int length, uint hash)
    {
        for (uint slot = Mix(hash); Slots[slot] != 0; slot = (slot + 1) % Size)
        {
            string name = Names[Slots[slot]];
            if (name.Length == length && IsSame(name, text, start))
            {
                return Canonical((Keyword)Slots[slot]);
            }
        }

        return Keyword.None;
    }

    /// <summary>The keyword of a word, or <see cref="Keyword.None"/>.</summary>
    public static Keyword Find(string word)
    {
        uint hash = 0;
        foreach (char c in word)
        {
            hash = Step(hash, c);
        }

        return Find(word, 0, word.Length, hash);
    }

    // Clearing one bit makes letters upper case and turns no other character of a word into one that keywords have.
    private static bool IsSame(string name, string text, int start)
    {
        for (int i = 0; i < name.Length; i++)
        {
            if (name[i] != (text[start + i] & ~0x20))
            {
                return false;
            }
        }

        return true;
    }

    // Both servers read these pairs as one keyword.
    private static Keyword Canonical(Keyword keyword) => keyword switch
    {
        Keyword.COLUMNFAMILY => Keyword.TABLE,
        Keyword.COLUMNFAMILIES => Keyword.TABLES,
        _ => keyword,
    };

    private static string[] KeywordNames() =>
#if NET
        Enum.GetNames<Keyword>();
#else
        Enum.GetNames(typeof(Keyword));
#endif

    private static uint Mix(uint hash) => (hash ^ (hash >> 10) ^ (hash >> 20)) % Size;

    private static short[] MakeSlots()
    {
        short[] slots = new short[Size];
        for (int i = 1; i < Names.Length; i++)
        {
            uint hash = 0;
            foreach (char c in Names[i])
            {
                hash = Step(hash, c);
            }

            uint slot = Mix(hash);
            while (slots[slot] != 0)
            {
                slot = (slot + 1) % Size;
            }

            slots[slot] = (short)i;
        }

        return slots;
    }
}
