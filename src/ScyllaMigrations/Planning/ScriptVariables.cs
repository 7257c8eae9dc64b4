using System;
using System.Collections.Generic;

namespace ScyllaMigrations.Planning;

/// <summary>The variables as scripts see them.</summary>
internal static class ScriptVariables
{
    /// <summary>Configured variables with <c>keyspace</c> and <c>replication</c>, where these have a value.</summary>
    /// <param name="configured">The configured ones.</param>
    /// <param name="keyspace">The keyspace; null when it is not known.</param>
    /// <param name="replication">Its replication as CQL map; null when not configured.</param>
    public static Dictionary<string, string> Of(IReadOnlyDictionary<string, string> configured, string? keyspace, string? replication)
    {
        Dictionary<string, string> variables = new(StringComparer.Ordinal);
        foreach (KeyValuePair<string, string> variable in configured)
        {
            variables[variable.Key] = variable.Value;
        }

        if (keyspace is not null)
        {
            variables["keyspace"] = keyspace;
        }

        if (replication is not null)
        {
            variables["replication"] = replication;
        }

        return variables;
    }
}
