using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;
using Xunit;

namespace ScyllaMigrations.Cql.Tests.Types;

public sealed class CqlTypeTests
{
    [Theory]
    [InlineData("int", "int")]
    [InlineData("VARCHAR", "text")]
    [InlineData("list<varchar>", "list<text>")]
    [InlineData("frozen<list<int>>", "frozen<list<int>>")]
    [InlineData("frozen<list<list<int>>>", "frozen<list<frozen<list<int>>>>")]
    [InlineData("map<text,frozen<set<int>>>", "map<text, frozen<set<int>>>")]
    [InlineData("tuple<int, list<text>>", "frozen<tuple<int, frozen<list<text>>>>")]
    [InlineData("frozen<tuple<int>>", "frozen<tuple<int>>")]
    [InlineData("vector<float, 3>", "vector<float, 3>")]
    [InlineData("Address", "address")]
    [InlineData("frozen<\"My Type\">", "frozen<\"My Type\">")]
    [InlineData("ks.addr", "ks.addr")]
    [InlineData("\"int\"", "\"int\"")]
    [InlineData("\"byte\"", "\"byte\"")]
    [InlineData("\"select\"", "\"select\"")]
    [InlineData("frozen", "frozen")]
    [InlineData("'org.apache.cassandra.db.marshal.BytesType'", "'org.apache.cassandra.db.marshal.BytesType'")]
    public void A_type_reads_and_writes_canonically(string text, string canonical)
    {
        CqlType type = CqlTypeParser.Parse(text);

        Assert.Equal(canonical, type.CqlName);
        Assert.Equal(type, CqlTypeParser.Parse(canonical));
    }

    [Theory]
    [InlineData("frozen<int>", "frozen<> is only for collections, tuples and user-defined types, not for int")]
    [InlineData("list<int", "found the end of the text, expected '>'")]
    [InlineData("map<int>", "found '>', expected ','")]
    [InlineData("byte", "'byte' is a reserved type name")]
    [InlineData("'no.such.Type'", "is no type class that Cassandra has")]
    [InlineData("int int", "found 'int', expected the end of the statement")]
    public void A_wrong_type_says_what_is_wrong(string text, string message)
    {
        CqlParseException error = Assert.Throws<CqlParseException>(() => CqlTypeParser.Parse(text));

        Assert.Contains(message, error.Message, System.StringComparison.Ordinal);
    }

    [Fact]
    public void Types_compare_by_value()
    {
        Assert.Equal(CqlTypeParser.Parse("tuple<int, frozen<a>>"), new TupleType([new NativeType(NativeTypeKind.Int), new UserType(null, "a", true)]));
        Assert.NotEqual(CqlTypeParser.Parse("list<int>"), CqlTypeParser.Parse("frozen<list<int>>"));
    }
}
