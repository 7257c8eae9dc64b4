using System;
using ScyllaMigrations.Clusters;

namespace ScyllaMigrations.Embedded.Execution;

/// <summary>What a checked statement answers and does. Doing it cannot fail, so it is done after the log holds it.</summary>
/// <param name="Result">The answer.</param>
/// <param name="LogText">What the log keeps; null when nothing changes.</param>
/// <param name="Apply">Changes the state; null when nothing changes.</param>
internal sealed record Effect(CqlResult Result, string? LogText = null, Action? Apply = null);
