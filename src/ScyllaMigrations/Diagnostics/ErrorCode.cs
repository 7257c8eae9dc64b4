namespace ScyllaMigrations.Diagnostics;

/// <summary>One kind of error: its stable name, the exit code of its cause and what a person can do about it.</summary>
/// <param name="Id">Stable identifier, also the FullyQualifiedErrorId and the <c>code</c> in JSON.</param>
/// <param name="ExitCode">The exit code of a process that ends with this error.</param>
/// <param name="Remedy">What to do next, one or two sentences; shown after the message.</param>
public sealed record ErrorCode(string Id, ExitCode ExitCode, string Remedy)
{
    /// <inheritdoc />
    public override string ToString() => Id;
}
