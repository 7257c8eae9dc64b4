namespace ScyllaMigrations.Migrations;

/// <summary>Which script of a migration a file is.</summary>
public enum ScriptPart
{
    /// <summary>Brings the change: <c>V1.0.0__name.cql</c>.</summary>
    Up,

    /// <summary>Takes it back: <c>V1.0.0__name.down.cql</c>.</summary>
    Down,

    /// <summary>SELECT statements that prove it: <c>V1.0.0__name.check.cql</c>.</summary>
    Check,
}
