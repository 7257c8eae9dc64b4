using System.Collections.Generic;
using System.Text.Json.Serialization;
using ScyllaMigrations.Backup;
using ScyllaMigrations.Drift;
using ScyllaMigrations.Execution;
using ScyllaMigrations.Health;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Reporting;

/// <summary>The types that are written as JSON. Generated at build time, so that nothing is found out by reflection when a program starts.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    WriteIndented = true)]
[JsonSerializable(typeof(SchemaStatus))]
[JsonSerializable(typeof(MigrationResult))]
[JsonSerializable(typeof(SchemaReadinessResult))]
[JsonSerializable(typeof(IReadOnlyList<HistoryRecord>))]
[JsonSerializable(typeof(ValidationResult))]
[JsonSerializable(typeof(HealthReport))]
[JsonSerializable(typeof(MigrationReport))]
[JsonSerializable(typeof(IReadOnlyList<Recommendation>))]
[JsonSerializable(typeof(SchemaExport))]
[JsonSerializable(typeof(BackupResult))]
[JsonSerializable(typeof(PlanReport))]
[JsonSerializable(typeof(IReadOnlyList<CatalogEntry>))]
[JsonSerializable(typeof(ScaffoldResult))]
[JsonSerializable(typeof(LintReport))]
[JsonSerializable(typeof(ErrorReport))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;
