using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.Planning;

/// <summary>A statement of a script and what it does to the schema at its place in the chain.</summary>
internal sealed record SimulatedStatement
{
    public required ParsedMigrationScript Script { get; init; }

    public required ParsedStatement Parsed { get; init; }

    public required ClusterSchema Before { get; init; }

    public required SchemaResult Result { get; init; }

    /// <summary>True when only the server can tell what it does: under @opaque, or after such a statement and refused by the rules.</summary>
    public bool Opaque { get; init; }

    /// <summary>True for a statement of this keyspace's creation that finds the keyspace as it says.</summary>
    public bool AlreadyDone { get; init; }

    public ClusterSchema After => Result.Schema;

    public CqlStatement? Statement => Parsed.Statement;

    public int Line => Script.Prepared.OriginalPosition(Parsed.Span.Start).Line;

    /// <summary>A finding about this statement.</summary>
    /// <param name="id">Rule or fault.</param>
    /// <param name="severity">How grave it is.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="subject">The name to point at; null for the statement's beginning.</param>
    public Finding Finding(string id, FindingSeverity severity, string message, string? subject = null) =>
        Script.FindingAt(Parsed, subject, id, severity, message);
}
