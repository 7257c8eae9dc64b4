using ScyllaMigrations.Planning;

namespace ScyllaMigrations.Linting;

/// <summary>What a rule found.</summary>
/// <param name="Statement">Where; null when it is about the whole migration.</param>
/// <param name="Message">What is wrong and what to do instead.</param>
/// <param name="Subject">The name to point at; null for the statement's beginning.</param>
internal sealed record LintHit(SimulatedStatement? Statement, string Message, string? Subject = null);
