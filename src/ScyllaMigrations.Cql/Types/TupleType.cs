using System.Linq;

namespace ScyllaMigrations.Cql;

/// <summary>`tuple&lt;…&gt;`, always frozen whether or not the text says so.</summary>
public sealed record TupleType(ValueList<CqlType> Elements) : CqlType
{
    /// <inheritdoc/>
    public override string CqlName => $"frozen<tuple<{string.Join(", ", Elements.Select(e => e.CqlName))}>>";

    /// <inheritdoc/>
    public override CqlType Freeze() => new TupleType(ValueList.From(Elements.Select(e => e.Freeze())));
}
