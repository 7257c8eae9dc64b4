using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Planning;

/// <summary>Which keyspace a catalog belongs to.</summary>
public static class KeyspaceRule
{
    // A legal name that no person would choose: it marks the creates whose name is itself the question.
    private const string Unknown = "keyspace_that_is_not_given";

    private static readonly Regex KeyspaceWord = new(@"\b(KEYSPACE|SCHEMA)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));

    /// <summary>The configured keyspace, else the only one that the up scripts create.</summary>
    /// <param name="configured">The configured keyspace, as stored; null when there is none.</param>
    /// <param name="catalog">The migrations.</param>
    /// <param name="dialect">The server, for parsing.</param>
    /// <param name="variables">Configured variables.</param>
    /// <exception cref="MigrationException">KeyspaceNotGiven: neither says which.</exception>
    public static string Resolve(string? configured, MigrationCatalog catalog, CqlDialect dialect, IReadOnlyDictionary<string, string> variables)
    {
        if (!string.IsNullOrEmpty(configured))
        {
            return configured!;
        }

        Dictionary<string, string> known = ScriptVariables.Of(variables, Unknown, "{'class': 'NetworkTopologyStrategy', 'replication_factor': 1}");
        string[] created =
        [
            .. catalog.Migrations
                .Where(migration => MayCreateKeyspace(migration.Up.Source.Text))
                .SelectMany(migration => ParsedMigrationScript.Parse(migration, migration.Up, known, dialect).Statements)
                .Select(parsed => parsed.Statement).OfType<CreateKeyspaceStatement>().Select(create => create.Name)
                .Where(name => name != Unknown).Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal),
        ];
        return created.Length == 1
            ? created[0]
            : throw new MigrationException(
                ErrorCodes.KeyspaceNotGiven,
                created.Length == 0
                    ? "No keyspace is configured, and no migration creates one by its name."
                    : $"No keyspace is configured, and the migrations create more than one: {string.Join(", ", created)}.");
    }

    // Parsing all of ten thousand scripts only to find none would cost more than the whole plan.
    internal static bool MayCreateKeyspace(string text) => KeyspaceWord.IsMatch(text);
}
