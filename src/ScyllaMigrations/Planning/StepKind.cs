namespace ScyllaMigrations.Planning;

/// <summary>How the outcome of a step can be known.</summary>
public enum StepKind
{
    /// <summary>Schema change whose effect the schema proves.</summary>
    Schema,

    /// <summary>Rows: INSERT, UPDATE, DELETE, BATCH. Replayed with the same timestamp.</summary>
    Data,

    /// <summary>Rows, where sending twice is not the same as once: counters, conditions, list append, now(), TRUNCATE. Never replayed by itself.</summary>
    UnrepeatableData,

    /// <summary>Roles and permissions, service levels.</summary>
    Access,

    /// <summary>Sent as written under <c>@opaque</c>; the live schema afterwards is the prediction.</summary>
    Opaque,

    /// <summary>A SELECT, or a schema change that by its IF clause changes nothing.</summary>
    NoEffect,
}
