using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace ScyllaMigrations.PowerShell.Pipeline;

/// <summary>Names to select by, with PowerShell's wildcards, whatever their case.</summary>
internal sealed class NamePatterns
{
    private readonly WildcardPattern[] _patterns;

    public NamePatterns(IEnumerable<string> patterns) =>
        _patterns = [.. patterns.Select(pattern => new WildcardPattern(pattern, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant))];

    public bool Match(string name) => _patterns.Any(pattern => pattern.IsMatch(name));
}
