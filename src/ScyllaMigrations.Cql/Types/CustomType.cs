namespace ScyllaMigrations.Cql;

/// <summary>A type named by its Java class, as `'org.apache.cassandra.db.marshal.BytesType'`.</summary>
public sealed record CustomType(string ClassName) : CqlType
{
    /// <inheritdoc/>
    public override string CqlName => "'" + ClassName.Replace("'", "''") + "'";
}
