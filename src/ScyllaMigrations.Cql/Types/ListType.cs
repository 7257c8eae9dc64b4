namespace ScyllaMigrations.Cql;

/// <summary>`list&lt;element&gt;`.</summary>
public sealed record ListType(CqlType Element, bool Frozen) : CqlType
{
    /// <inheritdoc/>
    public override string CqlName => Frozen ? $"frozen<list<{Element.CqlName}>>" : $"list<{Element.CqlName}>";

    /// <inheritdoc/>
    public override bool IsFrozen => Frozen;

    /// <inheritdoc/>
    public override CqlType Freeze() => new ListType(Element.Freeze(), Frozen: true);
}
