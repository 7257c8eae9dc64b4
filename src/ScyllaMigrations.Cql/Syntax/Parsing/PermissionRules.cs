using System;

namespace ScyllaMigrations.Cql.Syntax;

/// <summary>Which permissions exist for which resources on Cassandra, whose parser checks that (5.0.6, auth/*Resource).</summary>
internal static class PermissionRules
{
    /// <summary>Whether at least one of the permissions exists for the resource; ALL always does.</summary>
    public static bool AnyApplies(ValueList<string> permissions, ResourceKind kind)
    {
        if (permissions.Count == 0)
        {
            return true;
        }

        string[] applicable = Applicable(kind).Split(' ');
        foreach (string permission in permissions)
        {
            if (Array.IndexOf(applicable, permission) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What is wrong with a JMX object name, or an empty text.</summary>
    public static string ObjectNameProblem(string name, bool mustBePattern)
    {
        if (name == "*:*")
        {
            return "write ALL MBEANS for every MBean";
        }

        int colon = name.IndexOf(':');
        if (colon < 0 || colon == name.Length - 1 || HasAny(name, '\n'))
        {
            return $"'{name}' is no JMX object name (domain:key=value,…)";
        }

        foreach (string part in name.Substring(colon + 1).Split(','))
        {
            if (part != "*" && part.IndexOf('=') < 1)
            {
                return $"'{name}' is no JMX object name (domain:key=value,…)";
            }
        }

        return mustBePattern && !HasAny(name, '*') && !HasAny(name, '?')
            ? "MBEANS takes a pattern; write MBEAN for one"
            : string.Empty;
    }

    private static bool HasAny(string text, char c) => Array.IndexOf(text.ToCharArray(), c) >= 0;

    private static string Applicable(ResourceKind kind) => kind switch
    {
        ResourceKind.AllKeyspaces or ResourceKind.Keyspace or ResourceKind.AllTablesInKeyspace =>
            "CREATE ALTER DROP SELECT MODIFY AUTHORIZE UNMASK SELECT_MASKED",
        ResourceKind.Table => "ALTER DROP SELECT MODIFY AUTHORIZE UNMASK SELECT_MASKED",
        ResourceKind.AllRoles => "CREATE ALTER DROP AUTHORIZE DESCRIBE",
        ResourceKind.Role => "ALTER DROP AUTHORIZE",
        ResourceKind.AllFunctions or ResourceKind.AllFunctionsInKeyspace => "CREATE ALTER DROP AUTHORIZE EXECUTE",
        ResourceKind.Function => "ALTER DROP AUTHORIZE EXECUTE",
        _ => "AUTHORIZE DESCRIBE EXECUTE MODIFY SELECT",
    };
}
