using System;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>speculative_retry and additional_write_policy in the spelling that the servers store.</summary>
internal static class RetryPolicy
{
    private const RegexOptions Rules = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);
    private static readonly Regex Percentile = new(@"^(?<n>[0-9.]+)p(ercentile)?$", Rules, Limit);
    private static readonly Regex Fixed = new(@"^(?<n>[0-9.]+)ms$", Rules, Limit);
    private static readonly Regex Hybrid = new(@"^(?<f>min|max)\(\s*(?<a>[0-9.]+[a-z]+)\s*,\s*(?<b>[0-9.]+[a-z]+)\s*\)$", Rules, Limit);

    public static string Canonical(string text, CqlDialect dialect)
    {
        string trimmed = text.Trim();
        if (Single(trimmed, dialect) is { } single)
        {
            return single;
        }

        Match hybrid = Hybrid.Match(trimmed);
        if (hybrid.Success && !dialect.IsScylla && dialect.Is(ServerProduct.Cassandra, 4, 0))
        {
            string? left = Single(hybrid.Groups["a"].Value, dialect);
            string? right = Single(hybrid.Groups["b"].Value, dialect);
            bool mixed = left is not null && right is not null
                && left.EndsWith("p", StringComparison.Ordinal) != right.EndsWith("p", StringComparison.Ordinal);
            if (mixed)
            {
                return $"{hybrid.Groups["f"].Value.ToUpperInvariant()}({left},{right})";
            }
        }

        throw Refusal.Config($"Invalid value {text} for option 'speculative_retry'", "speculative_retry");
    }

    private static string? Single(string text, CqlDialect dialect)
    {
        string upper = text.ToUpperInvariant();
        if (upper is "ALWAYS" or "NONE" or "NEVER")
        {
            bool modern = dialect.Is(ServerProduct.Cassandra, 4, 0);
            return upper == "ALWAYS" ? upper : modern ? "NEVER" : "NONE";
        }

        Match percentile = Percentile.Match(text);
        if (percentile.Success && OptionText.TryDouble(percentile.Groups["n"].Value, out double share))
        {
            bool valid = dialect.IsScylla ? share is >= 0 and <= 100 : share is > 0 and < 100;
            return !valid
                ? throw Refusal.Config(
                    $"Invalid value {text} for PERCENTILE option 'speculative_retry': must be between (0.0 and 100.0)", "speculative_retry")
                : dialect.Is(ServerProduct.Cassandra, 4, 0)
                    ? Shortest(share) + "p"
                    : dialect.IsScylla ? OptionText.Of(share) + "PERCENTILE" : Shortest(share) + "PERCENTILE";
        }

        Match wait = Fixed.Match(text);
        return wait.Success && OptionText.TryDouble(wait.Groups["n"].Value, out double milliseconds)
            ? dialect.IsScylla
                ? milliseconds.ToString("0.00", CultureInfo.InvariantCulture) + "ms"
                : ((long)milliseconds).ToString(CultureInfo.InvariantCulture) + "ms"
            : null;
    }

    private static string Shortest(double value) => value.ToString("0.###############", CultureInfo.InvariantCulture);
}
