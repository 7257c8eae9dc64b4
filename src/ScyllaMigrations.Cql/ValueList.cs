using System;
using System.Collections;
using System.Collections.Generic;
using System.ComponentModel;
#if NET
using System.Runtime.CompilerServices;
#endif

namespace ScyllaMigrations.Cql;

/// <summary>An immutable list that compares by its elements, so that records holding one compare by value.</summary>
/// <remarks>Made by a collection expression, <see cref="ValueList.From{T}"/> or <see cref="ValueList.Of{T}"/>.</remarks>
/// <typeparam name="T">The element; it should compare by value too.</typeparam>
#if NET
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
#endif
public sealed class ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    private T[] _items;
    private int _count;
    private bool _sealed;
    private int _hash;

    /// <summary>An empty list; used by collection expressions where the framework has no spans.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ValueList() => _items = [];

    internal ValueList(T[] items)
    {
        _items = items;
        _count = items.Length;
        _sealed = true;
    }

    /// <summary>The list without elements.</summary>
#pragma warning disable CA1000 // The empty list of a type is found where one looks for it: on the type.
    public static ValueList<T> Empty { get; } = new([]);
#pragma warning restore CA1000

    /// <summary>How many elements there are.</summary>
    public int Count
    {
        get
        {
            _sealed = true;
            return _count;
        }
    }

    /// <summary>The element at a place counted from 0.</summary>
    /// <param name="index">0 up to <see cref="Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public T this[int index]
    {
        get
        {
            if ((uint)index >= (uint)Count)
            {
                throw new ArgumentOutOfRangeException(nameof(index));
            }

            return _items[index];
        }
    }

    /// <summary>Adds an element while the list is being made by a collection expression.</summary>
    /// <param name="item">The element.</param>
    /// <exception cref="InvalidOperationException">The list was read already; it never changes after that.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Add(T item)
    {
        if (_sealed)
        {
            throw new InvalidOperationException("A ValueList does not change once it was read; make a new one.");
        }

        if (_count == _items.Length)
        {
            Array.Resize(ref _items, _count == 0 ? 4 : _count * 2);
        }

        _items[_count++] = item;
    }

    /// <summary>Whether both lists hold equal elements in the same order.</summary>
    /// <param name="other">The other list, or null.</param>
    public bool Equals(ValueList<T>? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (other is null || Count != other.Count)
        {
            return false;
        }

        EqualityComparer<T> comparer = EqualityComparer<T>.Default;
        for (int i = 0; i < _count; i++)
        {
            if (!comparer.Equals(_items[i], other._items[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        _sealed = true;
        if (_hash == 0)
        {
            EqualityComparer<T> comparer = EqualityComparer<T>.Default;
            int hash = 17 + _count;
            for (int i = 0; i < _count; i++)
            {
                T item = _items[i];
                hash = unchecked((hash * 31) + (item is null ? 0 : comparer.GetHashCode(item)));
            }

            _hash = hash == 0 ? 1 : hash;
        }

        return _hash;
    }

    /// <summary>Whether both lists hold equal elements.</summary>
    /// <param name="left">A list or null.</param>
    /// <param name="right">A list or null.</param>
    public static bool operator ==(ValueList<T>? left, ValueList<T>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the lists differ.</summary>
    /// <param name="left">A list or null.</param>
    /// <param name="right">A list or null.</param>
    public static bool operator !=(ValueList<T>? left, ValueList<T>? right) => !(left == right);

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator()
    {
        _sealed = true;
        for (int i = 0; i < _count; i++)
        {
            yield return _items[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The elements in brackets, separated by commas.</summary>
    public override string ToString() => "[" + string.Join(", ", (IEnumerable<T>)this) + "]";
}

/// <summary>Makes <see cref="ValueList{T}"/> from other sequences.</summary>
public static class ValueList
{
    /// <summary>A list of the given elements; the array is not copied and must not be changed afterwards.</summary>
    /// <typeparam name="T">The element.</typeparam>
    /// <param name="items">The elements.</param>
    public static ValueList<T> Of<T>(params T[] items) => items.Length == 0 ? ValueList<T>.Empty : new ValueList<T>(items);

    /// <summary>A list of a sequence's elements; a sequence that is such a list already is returned as it is.</summary>
    /// <typeparam name="T">The element.</typeparam>
    /// <param name="items">The elements, read once.</param>
    public static ValueList<T> From<T>(IEnumerable<T> items) =>
        items as ValueList<T> ?? Of(items is List<T> list ? list.ToArray() : [.. items]);

    /// <summary>A list of a sequence's elements.</summary>
    /// <typeparam name="T">The element.</typeparam>
    /// <param name="items">The elements, read once.</param>
    public static ValueList<T> ToValueList<T>(this IEnumerable<T> items) => From(items);
#if NET

    /// <summary>What a collection expression calls.</summary>
    /// <typeparam name="T">The element.</typeparam>
    /// <param name="items">The elements, copied.</param>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => items.IsEmpty ? ValueList<T>.Empty : new ValueList<T>(items.ToArray());
#endif
}
