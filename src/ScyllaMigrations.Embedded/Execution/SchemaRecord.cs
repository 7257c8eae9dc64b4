using System.Collections.Generic;

namespace ScyllaMigrations.Embedded.Execution;

/// <summary>A statement that changed the schema, as the log keeps it.</summary>
/// <param name="TimestampMicros">When it was executed.</param>
/// <param name="Text">The text.</param>
/// <param name="Keyspaces">The keyspaces whose objects it touched; none for roles and the like.</param>
internal sealed record SchemaRecord(long TimestampMicros, string Text, IReadOnlyList<string> Keyspaces);
