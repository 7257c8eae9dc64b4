using System.Collections.Generic;

namespace ScyllaMigrations.Cql.Syntax;

/// <summary>What stands after WITH in CREATE TABLE, while it is being read.</summary>
internal sealed class TableProperties
{
    public List<Property> Options { get; } = [];

    public List<ClusteringOrder> Order { get; } = [];

    public bool CompactStorage { get; set; }
}
