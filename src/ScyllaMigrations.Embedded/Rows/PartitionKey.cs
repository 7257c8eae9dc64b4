using System;
using System.Collections.Generic;
using ScyllaMigrations.Embedded.Values;

namespace ScyllaMigrations.Embedded.Rows;

/// <summary>A partition key with its token; ordered by token as on a server.</summary>
internal sealed class PartitionKey : IEquatable<PartitionKey>
{
    public PartitionKey(byte[][] values)
    {
        Values = values;
        Token = Murmur3.Token(values);
    }

    /// <summary>The order of partitions on a server.</summary>
    public static IComparer<PartitionKey> Order { get; } = Comparer<PartitionKey>.Create((a, b) => a.Against(b));

    public byte[][] Values { get; }

    public long Token { get; }

    private int Against(PartitionKey? other)
    {
        if (other is null)
        {
            return 1;
        }

        int order = Token.CompareTo(other.Token);
        for (int i = 0; order == 0 && i < Values.Length && i < other.Values.Length; i++)
        {
            order = Wire.Compare(Values[i], other.Values[i]);
        }

        return order;
    }

    public bool Equals(PartitionKey? other) => Against(other) == 0;

    public override bool Equals(object? obj) => Equals(obj as PartitionKey);

    public override int GetHashCode() => Token.GetHashCode();
}
