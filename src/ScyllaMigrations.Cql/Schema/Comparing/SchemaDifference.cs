using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>One difference between a schema and what it should be, with the way from the one to the other.</summary>
/// <param name="Kind">Missing, unexpected or changed.</param>
/// <param name="Object">The object.</param>
/// <param name="Detail">What differs, such as `column v: int, expected text`.</param>
public sealed record SchemaDifference(DifferenceKind Kind, SchemaObject Object, string Detail)
{
    /// <summary>The statements that remove the difference, in order; empty when none can, see <see cref="Reason"/>.</summary>
    public ValueList<CqlStatement> Statements { get; init; } = ValueList<CqlStatement>.Empty;

    /// <summary>Whether the statements lose data.</summary>
    public bool LosesData { get; init; }

    /// <summary>What is lost, or why no statement can remove the difference; null when the statements are harmless.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether statements can remove the difference.</summary>
    public bool CanBeRemoved => Statements.Count > 0;

    /// <summary>Object and detail.</summary>
    public override string ToString() => $"{Object}: {Detail}";
}
