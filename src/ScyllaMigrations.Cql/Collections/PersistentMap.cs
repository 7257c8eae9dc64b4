using System;
using System.Collections;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace ScyllaMigrations.Cql.Collections;

/// <summary>An immutable map: every change gives a new map that shares all but one path with the old one.</summary>
/// <remarks>
/// Ordered by key (strings by their code units), compared by content, O(log n) for every look-up and change. Simulating tens of thousands
/// of statements keeps one schema per statement; sharing makes that linear.
/// </remarks>
/// <typeparam name="TKey">The key; strings are ordered ordinally, others by their own order.</typeparam>
/// <typeparam name="TValue">The value; it should compare by content too.</typeparam>
#pragma warning disable CA1710 // It is a map; none of the suggested endings says more.
public sealed class PersistentMap<TKey, TValue> : IReadOnlyCollection<KeyValuePair<TKey, TValue>>, IEquatable<PersistentMap<TKey, TValue>>
    where TKey : notnull
#pragma warning restore CA1710
{
    private static readonly IComparer<TKey> Order =
        typeof(TKey) == typeof(string) ? (IComparer<TKey>)(object)StringComparer.Ordinal : Comparer<TKey>.Default;

    private readonly MapNode<TKey, TValue>? _root;
    private int _hash;

    private PersistentMap(MapNode<TKey, TValue>? root) => _root = root;

#pragma warning disable CA1000 // The empty map of a type is found where one looks for it: on the type.
    /// <summary>The map without entries.</summary>
    public static PersistentMap<TKey, TValue> Empty { get; } = new(null);
#pragma warning restore CA1000

    /// <inheritdoc/>
    public int Count => _root?.Count ?? 0;

    /// <summary>The keys in order.</summary>
    public IEnumerable<TKey> Keys
    {
        get
        {
            foreach (KeyValuePair<TKey, TValue> entry in this)
            {
                yield return entry.Key;
            }
        }
    }

    /// <summary>The values in the order of their keys.</summary>
    public IEnumerable<TValue> Values
    {
        get
        {
            foreach (KeyValuePair<TKey, TValue> entry in this)
            {
                yield return entry.Value;
            }
        }
    }

    /// <summary>The value of a key.</summary>
    /// <param name="key">The key.</param>
    /// <exception cref="KeyNotFoundException">The map has no such key.</exception>
    public TValue this[TKey key] =>
        TryGetValue(key, out TValue? value) ? value : throw new KeyNotFoundException($"The map has no entry '{key}'.");

    /// <summary>The map with one entry added or replaced.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">Its value.</param>
    public PersistentMap<TKey, TValue> Set(TKey key, TValue value) => new(MapNode<TKey, TValue>.Set(_root, key, value, Order));

    /// <summary>The map without that key; the same map when it has none.</summary>
    /// <param name="key">The key.</param>
    public PersistentMap<TKey, TValue> Remove(TKey key) =>
        ContainsKey(key) ? new(MapNode<TKey, TValue>.Remove(_root, key, Order)) : this;

    /// <summary>Whether there is an entry of that key.</summary>
    /// <param name="key">The key.</param>
    public bool ContainsKey(TKey key) => TryGetValue(key, out _);

    /// <summary>Looks a key up.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">Its value, or the type's default.</param>
    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        MapNode<TKey, TValue>? node = _root;
        while (node is not null)
        {
            int order = Order.Compare(key, node.Key);
            if (order == 0)
            {
                value = node.Value;
                return true;
            }

            node = order < 0 ? node.Left : node.Right;
        }

        value = default;
        return false;
    }

    /// <summary>The value of a key, or the type's default (null) when there is none.</summary>
    /// <param name="key">The key.</param>
    public TValue? Find(TKey key) => TryGetValue(key, out TValue? value) ? value : default;

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator()
    {
        Stack<MapNode<TKey, TValue>> path = new();
        MapNode<TKey, TValue>? node = _root;
        while (node is not null || path.Count > 0)
        {
            while (node is not null)
            {
                path.Push(node);
                node = node.Left;
            }

            node = path.Pop();
            yield return new KeyValuePair<TKey, TValue>(node.Key, node.Value);
            node = node.Right;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether both maps hold equal keys with equal values.</summary>
    /// <param name="other">The other map, or null.</param>
    public bool Equals(PersistentMap<TKey, TValue>? other)
    {
        if (other is null || Count != other.Count)
        {
            return false;
        }

        if (ReferenceEquals(_root, other._root))
        {
            return true;
        }

        EqualityComparer<TValue> values = EqualityComparer<TValue>.Default;
        using IEnumerator<KeyValuePair<TKey, TValue>> mine = GetEnumerator();
        using IEnumerator<KeyValuePair<TKey, TValue>> theirs = other.GetEnumerator();
        while (mine.MoveNext() && theirs.MoveNext())
        {
            if (Order.Compare(mine.Current.Key, theirs.Current.Key) != 0 || !values.Equals(mine.Current.Value, theirs.Current.Value))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PersistentMap<TKey, TValue>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        if (_hash == 0)
        {
            int hash = 17 + Count;
            foreach (KeyValuePair<TKey, TValue> entry in this)
            {
                hash = unchecked((((hash * 31) + entry.Key.GetHashCode()) * 31) + (entry.Value?.GetHashCode() ?? 0));
            }

            _hash = hash == 0 ? 1 : hash;
        }

        return _hash;
    }

    /// <summary>Whether both maps hold equal entries.</summary>
    /// <param name="left">A map or null.</param>
    /// <param name="right">A map or null.</param>
    public static bool operator ==(PersistentMap<TKey, TValue>? left, PersistentMap<TKey, TValue>? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the maps differ.</summary>
    /// <param name="left">A map or null.</param>
    /// <param name="right">A map or null.</param>
    public static bool operator !=(PersistentMap<TKey, TValue>? left, PersistentMap<TKey, TValue>? right) => !(left == right);

    /// <summary>The entries in braces, separated by commas.</summary>
    public override string ToString()
    {
        List<string> entries = [];
        foreach (KeyValuePair<TKey, TValue> entry in this)
        {
            entries.Add(entry.Key + ": " + entry.Value);
        }

        return "{" + string.Join(", ", entries) + "}";
    }
}

/// <summary>Makes <see cref="PersistentMap{TKey, TValue}"/> from entries.</summary>
public static class PersistentMap
{
    /// <summary>A map of the given entries; of equal keys the last one stays.</summary>
    /// <typeparam name="TKey">The key.</typeparam>
    /// <typeparam name="TValue">The value.</typeparam>
    /// <param name="entries">The entries, read once.</param>
    public static PersistentMap<TKey, TValue> From<TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> entries)
        where TKey : notnull
    {
        PersistentMap<TKey, TValue> map = PersistentMap<TKey, TValue>.Empty;
        foreach (KeyValuePair<TKey, TValue> entry in entries)
        {
            map = map.Set(entry.Key, entry.Value);
        }

        return map;
    }

    /// <summary>A map of texts, such as an option's sub-options.</summary>
    /// <param name="entries">Keys and values in turn pairs.</param>
    public static PersistentMap<string, string> OfText(params (string Key, string Value)[] entries)
    {
        PersistentMap<string, string> map = PersistentMap<string, string>.Empty;
        foreach ((string key, string value) in entries)
        {
            map = map.Set(key, value);
        }

        return map;
    }
}
