using System;
using System.Collections.Generic;

namespace ScyllaMigrations.Clusters;

/// <summary>A server's answer, all pages of it.</summary>
public sealed class CqlResult
{
    /// <summary>An answer without rows.</summary>
    public static CqlResult Empty { get; } = new([], [], [], null);

    /// <summary>Makes an answer.</summary>
    public CqlResult(IReadOnlyList<CqlColumn> columns, IReadOnlyList<CqlRow> rows, IReadOnlyList<string> warnings, Guid? host)
    {
        Columns = columns;
        Rows = rows;
        Warnings = warnings;
        Host = host;
    }

    /// <summary>The columns; empty when the statement returns none.</summary>
    public IReadOnlyList<CqlColumn> Columns { get; }

    /// <summary>The rows.</summary>
    public IReadOnlyList<CqlRow> Rows { get; }

    /// <summary>Warnings that came with the answer; to be shown, never a failure.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Id of the host that coordinated the request; null when unknown.</summary>
    public Guid? Host { get; }

    /// <summary>Whether a conditional statement was applied; true for others.</summary>
    public bool Applied => Rows.Count == 0 || !Rows[0].TryGet("[applied]", out object? applied) || applied is true;
}
