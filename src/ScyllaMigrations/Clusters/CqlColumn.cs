using ScyllaMigrations.Cql;

namespace ScyllaMigrations.Clusters;

/// <summary>A column of an answer.</summary>
/// <param name="Name">Its name, or the text of its selector.</param>
/// <param name="Type">Its type.</param>
public sealed record CqlColumn(string Name, CqlType Type);
