using ScyllaMigrations.Cql.Schema;

namespace ScyllaMigrations.Planning;

/// <summary>An object of the schema that a step touches.</summary>
/// <param name="Object">Which.</param>
/// <param name="Before">Its fingerprint before, without ids; null when absent.</param>
/// <param name="After">Its fingerprint after, without ids; null when absent.</param>
public sealed record ObjectChange(SchemaObject Object, string? Before, string? After);
