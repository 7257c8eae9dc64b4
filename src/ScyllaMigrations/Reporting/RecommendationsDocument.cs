using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Health;

namespace ScyllaMigrations.Reporting;

/// <summary>Shows what is worth doing.</summary>
public static class RecommendationsDocument
{
    /// <summary>Makes the document: what matters most first, each with its reason and the command that acts on it.</summary>
    public static ReportDocument Of(IReadOnlyList<Recommendation> recommendations) =>
        recommendations.Count == 0
            ? ReportDocument.Of(new ReportParagraph("Nothing to recommend.", ReportTone.Good))
            : ReportDocument.Of(Table(recommendations));

    internal static ReportTable Table(IReadOnlyList<Recommendation> recommendations) =>
        new(
            [new("Rank", AlignRight: true), new("Severity"), new("What", Wraps: true), new("Why", Wraps: true), new("Command", Wraps: true)],
            [
                .. recommendations.Select(recommendation => (IReadOnlyList<ReportCell>)
                [
                    ReportFormat.Number(recommendation.Rank), new(recommendation.Severity, Tone(recommendation.Severity)),
                    recommendation.Title, recommendation.Why, recommendation.Command,
                ]),
            ]);

    private static ReportTone Tone(string severity) => severity switch
    {
        "Critical" => ReportTone.Bad,
        "Warning" => ReportTone.Warning,
        _ => ReportTone.Neutral,
    };
}
