using System;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>Carries a <see cref="CqlError"/> from a check deep in types or options up to <see cref="SchemaEngine"/>, which makes it a value.</summary>
#pragma warning disable CA1064, CA1032, MA0048 // Never leaves this assembly: thrown by checks, caught at the one edge.
internal sealed class Refusal : Exception
#pragma warning restore CA1064, CA1032, MA0048
{
    private Refusal(CqlError error)
        : base(error.Message) => Error = error;

    public CqlError Error { get; }

    public static Refusal Invalid(string message, string? subject = null) => new(new CqlError(CqlError.Invalid, message, subject));

    public static Refusal Config(string message, string? subject = null) => new(new CqlError(CqlError.ConfigError, message, subject));

    public static Refusal Syntax(string message, string? subject = null) => new(new CqlError(CqlError.SyntaxError, message, subject));

    public static Refusal Unauthorized(string message, string? subject = null) => new(new CqlError(CqlError.Unauthorized, message, subject));

    public static Refusal Exists(string message, string? subject = null) => new(new CqlError(CqlError.AlreadyExists, message, subject));

    public static Refusal Server(string message, string? subject = null) => new(new CqlError(CqlError.ServerError, message, subject));
}
