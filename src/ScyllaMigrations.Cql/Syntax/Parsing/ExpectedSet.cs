using System;
using System.Collections.Generic;

namespace ScyllaMigrations.Cql.Syntax;

/// <summary>Remembers what would have been right at the furthest token looked at, for error messages.</summary>
internal sealed class ExpectedSet
{
    private string[] _names = new string[16];
    private int _count;
    private int _at = -1;

    /// <summary>Notes that this would have been right at that place.</summary>
    public void Add(int at, string name)
    {
        if (at != _at)
        {
            _at = at;
            _count = 0;
        }

        if (_count == _names.Length)
        {
            Array.Resize(ref _names, _count * 2);
        }

        _names[_count++] = name;
    }

    /// <summary>What would have been right at that place, each once, in the order tried.</summary>
    public ValueList<string> At(int at)
    {
        if (at != _at)
        {
            return ValueList<string>.Empty;
        }

        List<string> names = [];
        for (int i = 0; i < _count; i++)
        {
            if (!names.Contains(_names[i]))
            {
                names.Add(_names[i]);
            }
        }

        return ValueList.From(names);
    }
}
