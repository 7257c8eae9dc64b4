using System;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>Java class names in one spelling: those of the servers' own packages by their last part.</summary>
internal static class ClassNames
{
    /// <summary>The name without the package it is looked up in.</summary>
    public static string Short(string name, string package) =>
        name.StartsWith(package, StringComparison.Ordinal) ? name.Substring(package.Length) : name;
}
