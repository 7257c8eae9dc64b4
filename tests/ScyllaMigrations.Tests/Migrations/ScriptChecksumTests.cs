using ScyllaMigrations.Migrations;
using Xunit;

namespace ScyllaMigrations.Tests.Migrations;

public sealed class ScriptChecksumTests
{
    [Theory]
    [InlineData("a\r\nb\r\n")]
    [InlineData("a\rb")]
    [InlineData("\uFEFFa\nb\n\n\n")]
    [InlineData("a \t\nb  ")]
    public void Line_endings_byte_order_mark_and_trailing_blanks_do_not_count(string text) =>
        Assert.Equal(ScriptChecksum.Compute("a\nb\n"), ScriptChecksum.Compute(text));

    [Theory]
    [InlineData(" a\nb")]
    [InlineData("a\n\nb")]
    [InlineData("a b")]
    [InlineData("a\nB")]
    public void Everything_else_counts(string text) => Assert.NotEqual(ScriptChecksum.Compute("a\nb"), ScriptChecksum.Compute(text));

    [Fact]
    public void It_is_plain_sha256_in_lower_case_hex() =>
        Assert.Equal("87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7", ScriptChecksum.Compute("a"));
}
