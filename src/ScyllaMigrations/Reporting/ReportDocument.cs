using System.Collections.Generic;

namespace ScyllaMigrations.Reporting;

/// <summary>A result made ready for people: what is shown and in which order, but not yet how. Each format has one writer over it.</summary>
/// <param name="Blocks">Its parts, in their order.</param>
public sealed record ReportDocument(IReadOnlyList<ReportBlock> Blocks)
{
    /// <summary>Makes a document of parts; null parts are left out.</summary>
    public static ReportDocument Of(params ReportBlock?[] blocks)
    {
        List<ReportBlock> present = [];
        foreach (ReportBlock? block in blocks)
        {
            if (block is not null)
            {
                present.Add(block);
            }
        }

        return new ReportDocument(present);
    }
}
