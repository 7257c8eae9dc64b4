using System.Globalization;

namespace ScyllaMigrations.Cql.Syntax;

/// <summary>A place in a text; line and column count from 1, columns in UTF-16 units.</summary>
public readonly record struct LinePosition(int Line, int Column)
{
    /// <summary>`line:column`.</summary>
    public override string ToString() =>
        Line.ToString(CultureInfo.InvariantCulture) + ":" + Column.ToString(CultureInfo.InvariantCulture);
}
