namespace ScyllaMigrations.Cql;

/// <summary>`map&lt;key, value&gt;`.</summary>
public sealed record MapType(CqlType Key, CqlType Value, bool Frozen) : CqlType
{
    /// <inheritdoc/>
    public override string CqlName =>
        Frozen ? $"frozen<map<{Key.CqlName}, {Value.CqlName}>>" : $"map<{Key.CqlName}, {Value.CqlName}>";

    /// <inheritdoc/>
    public override bool IsFrozen => Frozen;

    /// <inheritdoc/>
    public override CqlType Freeze() => new MapType(Key.Freeze(), Value.Freeze(), Frozen: true);
}
