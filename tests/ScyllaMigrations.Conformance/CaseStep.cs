using System.Collections.Generic;

namespace ScyllaMigrations.Conformance;

/// <summary>One statement of a case and what must come of it.</summary>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Cql">The statement without its semicolon.</param>
public sealed record CaseStep(int Line, string Cql)
{
    /// <summary>The error expected: a code and a text, which ends with … when it is only a beginning; null when the statement must succeed.</summary>
    public (int Code, string Text)? Error { get; init; }

    /// <summary>Column names and then rows, as texts of cells; null when the answer does not matter.</summary>
    public IReadOnlyList<IReadOnlyList<string>>? Rows { get; init; }

    /// <summary>Whether the rows may come in any order.</summary>
    public bool AnyOrder { get; init; }
}
