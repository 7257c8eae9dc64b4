using System.Globalization;

namespace ScyllaMigrations.Cql;

/// <summary>`vector&lt;element, dimension&gt;`, always one cell.</summary>
public sealed record VectorType(CqlType Element, int Dimension) : CqlType
{
    /// <inheritdoc/>
    public override string CqlName => $"vector<{Element.CqlName}, {Dimension.ToString(CultureInfo.InvariantCulture)}>";

    /// <inheritdoc/>
    public override CqlType Freeze() => new VectorType(Element.Freeze(), Dimension);
}
