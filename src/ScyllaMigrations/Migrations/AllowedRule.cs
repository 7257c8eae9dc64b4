namespace ScyllaMigrations.Migrations;

/// <summary>A lint rule that a migration silences.</summary>
/// <param name="Rule">The rule's name, such as <c>drop-column</c>.</param>
/// <param name="Reason">Why; never empty.</param>
public sealed record AllowedRule(string Rule, string Reason);
