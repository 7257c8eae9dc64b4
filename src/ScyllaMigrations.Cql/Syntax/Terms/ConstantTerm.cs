namespace ScyllaMigrations.Cql.Syntax;

/// <summary>A constant and its text.</summary>
public sealed record ConstantTerm(ConstantKind Kind, string Text) : Term
{
    /// <summary>NULL.</summary>
    public static ConstantTerm Null { get; } = new(ConstantKind.Null, "null");

    /// <summary>A string constant.</summary>
    /// <param name="value">Its value.</param>
    public static ConstantTerm OfString(string value) => new(ConstantKind.String, value);
}
