using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>MASKED WITH (Cassandra 5.0).</summary>
internal static class MaskRules
{
    public static ColumnMask Check(ColumnMask mask, StatementRun run) => run.Features.DynamicDataMasking
        ? mask with { Function = mask.Function with { Keyspace = mask.Function.Keyspace is "system" ? null : mask.Function.Keyspace } }
        : throw Refusal.Invalid(
            "Cannot mask columns because dynamic data masking is not enabled. "
            + "You can enable it with the dynamic_data_masking_enabled property on cassandra.yaml",
            mask.Function.Name);
}
