using System;

namespace ScyllaMigrations.Cql.Syntax;

/// <summary>What a statement's USING may hold.</summary>
[Flags]
internal enum UsingParts
{
    None = 0,
    Timestamp = 1,
    TimeToLive = 2,
    Timeout = 4,
    Concurrency = 8,
    ServiceLevel = 16,
}
