using System.Collections.Generic;
using System.Linq;
using System.Text;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.Migrations;

/// <summary>A script with its variables replaced, whose places still lead back to the file as written.</summary>
/// <remarks>
/// A value is put in as text, exactly once: it is not quoted, escaped or searched for further variables. The parser sees the result as if
/// it had been written so.
/// </remarks>
public sealed class PreparedScript
{
    private readonly List<Piece> _pieces;

    private PreparedScript(SourceText original, SourceText expanded, List<Piece> pieces, IReadOnlyList<Finding> findings)
    {
        Original = original;
        Expanded = expanded;
        _pieces = pieces;
        Findings = findings;
    }

    /// <summary>The script as written.</summary>
    public SourceText Original { get; }

    /// <summary>The script as it is parsed.</summary>
    public SourceText Expanded { get; }

    /// <summary>Unknown and malformed variables, with their places in the original.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Replaces a script's variables.</summary>
    /// <param name="source">The script.</param>
    /// <param name="variables">Values by name; names are compared exactly.</param>
    public static PreparedScript Create(SourceText source, IReadOnlyDictionary<string, string> variables)
    {
        ScriptScan scan = ScriptScanner.Scan(source);
        List<Finding> findings = [.. scan.Findings];
        List<Piece> pieces = [];
        StringBuilder text = new(source.Text.Length);
        int copied = 0;
        foreach (ScriptVariable variable in scan.Variables)
        {
            string? value = "${";
            if (variable.Name is not null && !variables.TryGetValue(variable.Name, out value))
            {
                findings.Add(UnknownVariable(source, variable, variables.Keys));
                continue;
            }

            text.Append(source.Text, copied, variable.Span.Start - copied);
            pieces.Add(new Piece(text.Length, value.Length, variable.Span));
            text.Append(value);
            copied = variable.Span.End;
        }

        if (pieces.Count == 0)
        {
            return new PreparedScript(source, source, pieces, findings);
        }

        text.Append(source.Text, copied, source.Text.Length - copied);
        return new PreparedScript(source, new SourceText(source.Path, text.ToString()), pieces, findings);
    }

    /// <summary>The place in the original of a place in the expanded text; inside a value, the variable's <c>${</c>.</summary>
    /// <param name="offset">A place in <see cref="Expanded"/>.</param>
    public int OriginalOffset(int offset)
    {
        int shift = 0;
        foreach (Piece piece in _pieces)
        {
            if (offset < piece.Start)
            {
                break;
            }

            if (offset < piece.Start + piece.Length)
            {
                return piece.Original.Start;
            }

            shift = piece.Original.End - (piece.Start + piece.Length);
        }

        return offset + shift;
    }

    /// <summary>Line and column in the original of a place in the expanded text.</summary>
    /// <param name="offset">A place in <see cref="Expanded"/>.</param>
    public LinePosition OriginalPosition(int offset) => Original.GetPosition(OriginalOffset(offset));

    /// <summary>A finding at a place of the expanded text, shown in the original.</summary>
    /// <param name="offset">A place in <see cref="Expanded"/>.</param>
    /// <param name="id">The finding's id.</param>
    /// <param name="severity">How grave it is.</param>
    /// <param name="message">What is wrong.</param>
    public Finding FindingAt(int offset, string id, FindingSeverity severity, string message) =>
        ScriptScanner.FindingAt(Original, OriginalOffset(offset), id, message) with { Severity = severity };

    private static Finding UnknownVariable(SourceText source, ScriptVariable variable, IEnumerable<string> known)
    {
        string remedy = variable.Name switch
        {
            "keyspace" => "Set \"keyspace\" in scylla-migrations.json, SCYLLADB_KEYSPACE or --keyspace.",
            "replication" => "Set \"replication\" in scylla-migrations.json.",
            _ => "Define it under \"variables\" in scylla-migrations.json or as a parameter.",
        };
        string names = string.Join(", ", known.OrderBy(name => name, System.StringComparer.Ordinal));
        string message = $"The variable '${{{variable.Name}}}' is not defined; " + (names.Length == 0 ? "none is." : $"known are {names}.");
        return ScriptScanner.FindingAt(source, variable.Span.Start, FindingIds.UnknownVariable, message) with { Remedy = remedy };
    }

    private readonly record struct Piece(int Start, int Length, SourceSpan Original);
}
