using ScyllaMigrations.Embedded.Values;

namespace ScyllaMigrations.Embedded.Evaluation;

/// <summary>A value with its type; the value may be null, the type never.</summary>
internal readonly record struct TypedValue(ValueCodec Codec, byte[]? Bytes);
