namespace ScyllaMigrations.Cql.Syntax;

/// <summary>A parsed text.</summary>
/// <param name="Source">The text.</param>
/// <param name="Statements">Its statements in order, those with errors too.</param>
/// <param name="Diagnostics">All that is wrong, in order of place.</param>
/// <param name="HeaderAnnotations">The annotations before the first statement; they also belong to that statement.</param>
public sealed record CqlScript(
    SourceText Source,
    ValueList<ParsedStatement> Statements,
    ValueList<CqlDiagnostic> Diagnostics,
    ValueList<CqlAnnotation> HeaderAnnotations)
{
    /// <summary>Whether anything is wrong.</summary>
    public bool HasErrors => Diagnostics.Count > 0;
}
