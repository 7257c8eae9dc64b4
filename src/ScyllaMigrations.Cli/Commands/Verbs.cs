using System.Collections.Generic;

namespace ScyllaMigrations.Cli.Commands;

/// <summary>All verbs, in the order of the help.</summary>
internal static class Verbs
{
    public static IEnumerable<Verb> All() =>
    [
        StatusVerb.Create(),
        MigrateVerb.Create(),
        RollbackVerb.Create(),
        PlanVerb.Create(),
        ValidateVerb.Create(),
        HistoryVerb.Create(),
        HealthVerb.Create(),
        RecommendationsVerb.Create(),
        ReportVerb.Create(),
        ListVerb.Create(),
        LintVerb.Create(),
        NewVerb.Create(),
        DumpVerb.Create(),
        BackupVerb.Create(),
    ];
}
