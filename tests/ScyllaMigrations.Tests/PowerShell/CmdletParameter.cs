using System.Collections.Generic;

namespace ScyllaMigrations.Tests.PowerShell;

/// <summary>One parameter of a cmdlet.</summary>
internal sealed record CmdletParameter(
    string Name, string Type, bool ByPropertyName, IReadOnlyList<string> ByValueIn, IReadOnlyList<string> Attributes, IReadOnlyList<string> Aliases);
