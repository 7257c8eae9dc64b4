using ScyllaMigrations.Clusters;
using ScyllaMigrations.Cql.Schema;

namespace ScyllaMigrations.Embedded.Values;

/// <summary>Makes the errors that a server answers with.</summary>
internal static class CqlRefusal
{
    /// <summary>2200: understood and refused.</summary>
    public static CqlServerException Invalid(string message, string? subject = null) => new(CqlError.Invalid, message, subject);

    /// <summary>2000: the statement's form is wrong.</summary>
    public static CqlServerException Syntax(string message, string? subject = null) => new(CqlError.SyntaxError, message, subject);

    /// <summary>A thing that servers may know and the embedded cluster does not: said by name, never answered wrongly.</summary>
    public static CqlServerException NotSupported(string what, string? subject = null) =>
        new(CqlError.Invalid, what + " is not supported by the embedded cluster", subject);
}
