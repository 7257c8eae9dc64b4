using System.Security.Cryptography;
using System.Text;

namespace ScyllaMigrations.Migrations;

/// <summary>Checksums of scripts that stay the same when an editor or git rewrites line endings.</summary>
public static class ScriptChecksum
{
    private const string Digits = "0123456789abcdef";

    /// <summary>SHA-256 of a script as lower-case hex, over <see cref="Normalize"/>d text in UTF-8.</summary>
    /// <param name="text">The script.</param>
    public static string Compute(string text) => Sha256(Normalize(text));

    /// <summary>
    /// The text that is hashed: line endings as LF, no byte-order mark, no blanks at the end of a line, no empty lines at the end of the file.
    /// </summary>
    /// <param name="text">The script.</param>
    public static string Normalize(string text)
    {
        StringBuilder result = new(text.Length);
        int start = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        while (start < text.Length)
        {
            int end = start;
            while (end < text.Length && text[end] is not ('\n' or '\r'))
            {
                end++;
            }

            int last = end;
            while (last > start && text[last - 1] is ' ' or '\t')
            {
                last--;
            }

            result.Append(text, start, last - start).Append('\n');
            start = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }

        int length = result.Length;
        while (length > 0 && result[length - 1] == '\n')
        {
            length--;
        }

        result.Length = length;
        return length == 0 ? string.Empty : result.Append('\n').ToString();
    }

    /// <summary>SHA-256 of a text's UTF-8 bytes as lower-case hex.</summary>
    /// <param name="text">The text, taken as it is.</param>
    public static string Sha256(string text)
    {
#if NET
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
#else
        using SHA256 algorithm = SHA256.Create();
        byte[] hash = algorithm.ComputeHash(Encoding.UTF8.GetBytes(text));
#endif
        char[] hex = new char[hash.Length * 2];
        for (int i = 0; i < hash.Length; i++)
        {
            hex[i * 2] = Digits[hash[i] >> 4];
            hex[(i * 2) + 1] = Digits[hash[i] & 15];
        }

        return new string(hex);
    }
}
