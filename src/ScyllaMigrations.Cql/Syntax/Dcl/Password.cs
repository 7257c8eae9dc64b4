namespace ScyllaMigrations.Cql.Syntax;

/// <summary>A password in a statement; its text never shows in logs.</summary>
public sealed record Password(string Value, bool Hashed)
{
    /// <summary>Stars, so that no password reaches a log by accident.</summary>
    public override string ToString() => "***";
}
