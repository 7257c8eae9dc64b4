using System;

namespace ScyllaMigrations.Clusters;

/// <summary>A node of a cluster.</summary>
/// <param name="Id">Its host id.</param>
/// <param name="Address">Its address and port, as text.</param>
/// <param name="DataCenter">Its data centre.</param>
/// <param name="Rack">Its rack.</param>
/// <param name="ReleaseVersion">The version that it reports.</param>
/// <param name="IsUp">Whether it is reachable as far as this session knows.</param>
public sealed record ClusterHost(Guid Id, string Address, string DataCenter, string Rack, string ReleaseVersion, bool IsUp);
