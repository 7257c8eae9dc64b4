namespace ScyllaMigrations.Cql;

/// <summary>`set&lt;element&gt;`.</summary>
public sealed record SetType(CqlType Element, bool Frozen) : CqlType
{
    /// <inheritdoc/>
    public override string CqlName => Frozen ? $"frozen<set<{Element.CqlName}>>" : $"set<{Element.CqlName}>";

    /// <inheritdoc/>
    public override bool IsFrozen => Frozen;

    /// <inheritdoc/>
    public override CqlType Freeze() => new SetType(Element.Freeze(), Frozen: true);
}
