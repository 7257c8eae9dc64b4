using System;
using System.Collections.Generic;

namespace ScyllaMigrations.PowerShell.Pipeline;

/// <summary>What the parameters of a run allow and ask for, whichever way it goes.</summary>
internal sealed record RunConsent(string? ApprovedPlanHash, bool AllowDataLoss, string? BackupTo, TimeSpan? Timeout, IReadOnlyDictionary<string, string> Overrides);
