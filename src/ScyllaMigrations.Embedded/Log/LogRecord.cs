namespace ScyllaMigrations.Embedded.Log;

/// <summary>One record: what took effect with one statement.</summary>
/// <param name="Number">Counts from 1 without gaps.</param>
/// <param name="TimestampMicros">The server's time when it was executed, microseconds since 1970; times to live count from it.</param>
/// <param name="Text">One or more CQL statements, each ended by a semicolon.</param>
/// <param name="Line">The line of its first statement in the file, from 1; 0 when it was not read from one.</param>
internal sealed record LogRecord(long Number, long TimestampMicros, string Text, int Line = 0);
