namespace ScyllaMigrations.Cql.Syntax;

/// <summary>One statement of a text: what it means, where it stands, what to send.</summary>
public sealed record ParsedStatement
{
    /// <summary>The statement; null when it did not parse, was skipped, or is opaque.</summary>
    public CqlStatement? Statement { get; init; }

    /// <summary>Its place, from its first token to its last, without the `;`.</summary>
    public required SourceSpan Span { get; init; }

    /// <summary>Its text as written, without the `;`.</summary>
    public required string Text { get; init; }

    /// <summary>Its text with comments taken out, layout kept: servers refuse a comment at the end of their input.</summary>
    public required string TextToSend { get; init; }

    /// <summary>The annotations directly before it.</summary>
    public ValueList<CqlAnnotation> Annotations { get; init; } = ValueList<CqlAnnotation>.Empty;

    /// <summary>What is wrong with it; empty when it parsed.</summary>
    public ValueList<CqlDiagnostic> Diagnostics { get; init; } = ValueList<CqlDiagnostic>.Empty;

    /// <summary>Whether an `@dialect` annotation keeps it from this dialect; then it was not parsed.</summary>
    public bool Skipped { get; init; }

    /// <summary>Whether it stands under `@opaque` and does not parse: it can only be sent as written.</summary>
    public bool Opaque { get; init; }

    /// <summary>The first annotation of that name, or null.</summary>
    /// <param name="name">Its name in lower case, without `@`.</param>
    public CqlAnnotation? FindAnnotation(string name)
    {
        foreach (CqlAnnotation annotation in Annotations)
        {
            if (annotation.Name == name)
            {
                return annotation;
            }
        }

        return null;
    }
}
