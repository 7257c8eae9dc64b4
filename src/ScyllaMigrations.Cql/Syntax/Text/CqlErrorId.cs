namespace ScyllaMigrations.Cql.Syntax;

/// <summary>Stable ids of what can be wrong with a text.</summary>
public static class CqlErrorId
{
    /// <summary>The grammar expects something else here.</summary>
    public const string UnexpectedToken = "CQL1001";

    /// <summary>A character that starts no token.</summary>
    public const string UnexpectedCharacter = "CQL1002";

    /// <summary>A string, quoted name, comment or `$$` body that does not end.</summary>
    public const string Unterminated = "CQL1003";

    /// <summary>The grammar allows it, the server's parser refuses it all the same (such as a reserved type name).</summary>
    public const string NotAllowed = "CQL1004";

    /// <summary>A command of cqlsh, which no server understands.</summary>
    public const string ShellCommand = "CQL1005";

    /// <summary>Larger or deeper than the limits allow.</summary>
    public const string LimitExceeded = "CQL1006";

    /// <summary>Another product or version knows it, this dialect does not.</summary>
    public const string NotInDialect = "CQL1007";

    /// <summary>The schema or the server's configuration refuses the statement.</summary>
    public const string Refused = "CQL2001";
}
