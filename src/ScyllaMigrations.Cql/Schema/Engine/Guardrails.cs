using System.Linq;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>Limits that a cluster's configuration sets.</summary>
internal static class Guardrails
{
    public static void CheckNewTable(StatementRun run, CreateTableStatement statement)
    {
        ServerFeatures features = run.Features;
        if (features.Tables != Threshold.None)
        {
            int tables = run.Schema.Keyspaces.Values.Sum(k => k.Tables.Count) + 1;
            Check(run, features.Tables, tables, $"Creating table {statement.Table.Name}, current number of tables {tables} exceeds");
        }

        Check(
            run, features.ColumnsPerTable, statement.Columns.Count,
            $"Tables cannot have more columns than configured, but {statement.Columns.Count} provided for table {statement.Table.Name}, which exceeds");
        CheckProperties(run, statement.Options);
    }

    public static void CheckProperties(StatementRun run, ValueList<Property> options)
    {
        Property? forbidden = options.FirstOrDefault(o => run.Features.DisallowedTableProperties.Any(d => d == o.Name));
        if (forbidden is not null)
        {
            throw Refusal.Invalid($"Provided values [{forbidden.Name}] are not allowed for Table Properties", forbidden.Name);
        }
    }

    public static void Check(StatementRun run, Threshold limit, int value, string text)
    {
        if (limit.Fail is { } fail && value > fail)
        {
            throw Refusal.Invalid($"{text} the failure threshold of {fail}.");
        }

        if (limit.Warn is { } warn && value > warn)
        {
            run.Warn($"{text} the warning threshold of {warn}.");
        }
    }
}
