namespace ScyllaMigrations.Cql.Syntax;

/// <summary>Reads data types as system_schema and statements write them.</summary>
public static class CqlTypeParser
{
    /// <summary>Reads a type such as `frozen&lt;list&lt;int&gt;&gt;` or `map&lt;text, "My Type"&gt;`.</summary>
    /// <param name="text">The type.</param>
    /// <param name="dialect">Whose grammar to use; null for Cassandra 5.0, which knows every type.</param>
    /// <exception cref="CqlParseException">The text is no type.</exception>
    public static CqlType Parse(string text, CqlDialect? dialect = null) =>
        CqlParser.ParseAll("<type>", text, dialect ?? CqlDialect.Cassandra50, parser => parser.Type());
}
