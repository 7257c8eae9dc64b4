using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScyllaMigrations.Cql.Collections;
using Xunit;

namespace ScyllaMigrations.Cql.Tests.Collections;

public sealed class PersistentMapTests
{
    [Fact]
    public void It_behaves_as_a_sorted_dictionary_whatever_the_order_of_changes()
    {
        SortedDictionary<string, int> expected = new(System.StringComparer.Ordinal);
        PersistentMap<string, int> map = PersistentMap<string, int>.Empty;
        uint state = 12345;
        for (int i = 0; i < 5000; i++)
        {
            state = unchecked((state * 1664525) + 1013904223);
            string key = ((state >> 8) % 700).ToString(CultureInfo.InvariantCulture);
            if (state >> 31 == 0)
            {
                expected[key] = i;
                map = map.Set(key, i);
            }
            else
            {
                expected.Remove(key);
                map = map.Remove(key);
            }

            Assert.Equal(expected.Count, map.Count);
        }

        Assert.Equal(expected, map.ToDictionary(e => e.Key, e => e.Value));
        Assert.Equal(expected.Keys, map.Keys);
    }

    [Fact]
    public void A_change_leaves_the_map_before_as_it_was()
    {
        PersistentMap<string, int> before = PersistentMap<string, int>.Empty.Set("a", 1);
        PersistentMap<string, int> after = before.Set("b", 2).Remove("a");
        Assert.Equal(["a"], before.Keys);
        Assert.Equal(["b"], after.Keys);
    }

    [Fact]
    public void Maps_with_equal_entries_are_equal_however_they_were_made()
    {
        PersistentMap<string, int> one = PersistentMap<string, int>.Empty;
        PersistentMap<string, int> other = PersistentMap<string, int>.Empty;
        for (int i = 0; i < 100; i++)
        {
            one = one.Set(i.ToString(CultureInfo.InvariantCulture), i);
            other = other.Set((99 - i).ToString(CultureInfo.InvariantCulture), 99 - i);
        }

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, other.Set("5", 6));
        Assert.NotEqual(one, other.Remove("5"));
    }

    [Fact]
    public void Keys_are_ordered_by_code_unit() =>
        Assert.Equal(["A", "B", "a", "b"], PersistentMap.OfText(("a", ""), ("B", ""), ("b", ""), ("A", "")).Keys);
}
