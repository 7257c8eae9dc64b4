using System;
using System.Collections.Generic;

namespace ScyllaMigrations.Cql.Collections;

/// <summary>A node of the height-balanced tree under <see cref="PersistentMap{TKey, TValue}"/>; never changed once made.</summary>
internal sealed class MapNode<TKey, TValue>
{
    private readonly int _height;

    private MapNode(TKey key, TValue value, MapNode<TKey, TValue>? left, MapNode<TKey, TValue>? right)
    {
        Key = key;
        Value = value;
        Left = left;
        Right = right;
        Count = 1 + (left?.Count ?? 0) + (right?.Count ?? 0);
        _height = 1 + Math.Max(Height(left), Height(right));
    }

    public TKey Key { get; }

    public TValue Value { get; }

    public MapNode<TKey, TValue>? Left { get; }

    public MapNode<TKey, TValue>? Right { get; }

    public int Count { get; }

    public static MapNode<TKey, TValue> Set(MapNode<TKey, TValue>? node, TKey key, TValue value, IComparer<TKey> order)
    {
        if (node is null)
        {
            return new MapNode<TKey, TValue>(key, value, null, null);
        }

        int place = order.Compare(key, node.Key);
        return place switch
        {
            0 => new MapNode<TKey, TValue>(key, value, node.Left, node.Right),
            < 0 => Balanced(node, Set(node.Left, key, value, order), node.Right),
            _ => Balanced(node, node.Left, Set(node.Right, key, value, order)),
        };
    }

    public static MapNode<TKey, TValue>? Remove(MapNode<TKey, TValue>? node, TKey key, IComparer<TKey> order)
    {
        if (node is null)
        {
            return null;
        }

        int place = order.Compare(key, node.Key);
        if (place < 0)
        {
            return Balanced(node, Remove(node.Left, key, order), node.Right);
        }

        if (place > 0)
        {
            return Balanced(node, node.Left, Remove(node.Right, key, order));
        }

        if (node.Left is null || node.Right is null)
        {
            return node.Left ?? node.Right;
        }

        MapNode<TKey, TValue> next = node.Right;
        while (next.Left is not null)
        {
            next = next.Left;
        }

        return Balanced(next, node.Left, Remove(node.Right, next.Key, order));
    }

    private static int Height(MapNode<TKey, TValue>? node) => node?._height ?? 0;

    private static MapNode<TKey, TValue> Make(MapNode<TKey, TValue> entry, MapNode<TKey, TValue>? left, MapNode<TKey, TValue>? right) =>
        new(entry.Key, entry.Value, left, right);

    private static MapNode<TKey, TValue> Balanced(
        MapNode<TKey, TValue> entry, MapNode<TKey, TValue>? left, MapNode<TKey, TValue>? right)
    {
        int lean = Height(left) - Height(right);
        if (lean > 1)
        {
            return Height(left!.Left) >= Height(left.Right)
                ? Make(left, left.Left, Make(entry, left.Right, right))
                : Make(left.Right!, Make(left, left.Left, left.Right!.Left), Make(entry, left.Right.Right, right));
        }

        if (lean < -1)
        {
            return Height(right!.Right) >= Height(right.Left)
                ? Make(right, Make(entry, left, right.Left), right.Right)
                : Make(right.Left!, Make(entry, left, right.Left!.Left), Make(right, right.Left.Right, right.Right));
        }

        return Make(entry, left, right);
    }
}
