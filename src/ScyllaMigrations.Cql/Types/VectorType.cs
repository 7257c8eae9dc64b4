using System.Globalization;

namespace ScyllaMigrations.Cql;

/// <summary>`vector&lt;element, dimension&gt;`, always one cell; freezing changes nothing, not even in its element (Cassandra 5.0.6).</summary>
public sealed record VectorType(CqlType Element, int Dimension) : CqlType
{
    /// <inheritdoc/>
    public override string CqlName => $"vector<{Element.CqlName}, {Dimension.ToString(CultureInfo.InvariantCulture)}>";
}
