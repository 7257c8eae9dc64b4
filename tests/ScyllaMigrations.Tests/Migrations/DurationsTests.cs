using System;
using ScyllaMigrations.Migrations;
using Xunit;

namespace ScyllaMigrations.Tests.Migrations;

public sealed class DurationsTests
{
    [Theory]
    [InlineData("300s", 300)]
    [InlineData("5m", 300)]
    [InlineData("1h30m", 5400)]
    [InlineData("1d2h3m4s500ms", 93784.5)]
    [InlineData("250ms", 0.25)]
    [InlineData(" 5M ", 300)]
    [InlineData("00:05:00", 300)]
    [InlineData("1.00:00:00", 86400)]
    public void A_duration_is_numbers_with_units_or_a_timespan(string text, double seconds)
    {
        Assert.True(Durations.TryParse(text, out TimeSpan duration));
        Assert.Equal(TimeSpan.FromSeconds(seconds), duration);
    }

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("-5m")]
    [InlineData("5m1h")]
    [InlineData("1.5h")]
    [InlineData("-00:05:00")]
    [InlineData("99999999999999999999d")]
    [InlineData("5 minutes")]
    public void Everything_else_is_none(string text) => Assert.False(Durations.TryParse(text, out _));
}
