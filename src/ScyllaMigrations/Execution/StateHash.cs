using System;
using System.Collections.Generic;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Execution;

/// <summary>A hash over the fingerprints of many objects that is kept up to date as single ones change, whatever their order.</summary>
internal sealed class StateHash
{
    private readonly ulong[] _words = new ulong[4];

    public StateHash(IEnumerable<KeyValuePair<string, string?>> state)
    {
        foreach (KeyValuePair<string, string?> entry in state)
        {
            Flip(entry.Key, entry.Value);
        }
    }

    public void Replace(string key, string? before, string? after)
    {
        Flip(key, before);
        Flip(key, after);
    }

    public override string ToString() => string.Join("-", Array.ConvertAll(_words, word => word.ToString("x16", System.Globalization.CultureInfo.InvariantCulture)));

    // Exclusive or takes an entry out the same way as it was put in.
    private void Flip(string key, string? value)
    {
        string hex = ScriptChecksum.Sha256(key + "\n" + (value ?? "absent"));
        for (int i = 0; i < _words.Length; i++)
        {
            _words[i] ^= Convert.ToUInt64(hex.Substring(i * 16, 16), 16);
        }
    }
}
