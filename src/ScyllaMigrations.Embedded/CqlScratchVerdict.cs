using ScyllaMigrations.Clusters;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Embedded;

/// <summary>What a server would say to one statement.</summary>
/// <param name="Source">The text that it stands in.</param>
/// <param name="Statement">The statement and its place.</param>
public sealed record CqlScratchVerdict(SourceText Source, ParsedStatement Statement)
{
    /// <summary>What became of it.</summary>
    public CqlScratchOutcome Outcome { get; init; }

    /// <summary>The server's error code, such as 0x2200; null without an error.</summary>
    public int? Code { get; init; }

    /// <summary>The server's message; null without an error.</summary>
    public string? Message { get; init; }

    /// <summary>The name in the statement that the error is about, where known.</summary>
    public string? Subject { get; init; }

    /// <summary>The answer; null when it was not accepted.</summary>
    public CqlResult? Result { get; init; }
}
