using System;
using System.Collections.Generic;
using ScyllaMigrations.Cql;
using Xunit;

namespace ScyllaMigrations.Cql.Tests;

public sealed class ValueListTests
{
    [Fact]
    public void Lists_with_equal_elements_are_equal_and_hash_alike()
    {
        ValueList<string> one = ["a", "b"];
        ValueList<string> two = new List<string> { "a", "b" }.ToValueList();

        Assert.Equal(one, two);
        Assert.True(one == two);
        Assert.Equal(one.GetHashCode(), two.GetHashCode());
    }

    [Fact]
    public void Order_and_length_matter()
    {
        ValueList<int> list = [1, 2];

        Assert.NotEqual(list, [2, 1]);
        Assert.NotEqual(list, [1]);
        Assert.False(list == null);
    }

    [Fact]
    public void An_empty_collection_expression_is_the_shared_empty_list()
    {
        ValueList<int> empty = [];

        Assert.Same(ValueList<int>.Empty, empty);
    }

    [Fact]
    public void A_list_made_by_adding_is_closed_by_its_first_read()
    {
        ValueList<int> list = new();
        list.Add(1);
        list.Add(2);

        Assert.Equal(2, list.Count);
        Assert.Throws<InvalidOperationException>(() => list.Add(3));
    }

    [Fact]
    public void A_place_outside_is_refused()
    {
        ValueList<int> list = [1];

        Assert.Throws<ArgumentOutOfRangeException>(() => list[1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => list[-1]);
    }

    [Fact]
    public void A_list_of_a_list_is_that_list()
    {
        ValueList<int> list = [1];

        Assert.Same(list, ValueList.From(list));
    }
}
