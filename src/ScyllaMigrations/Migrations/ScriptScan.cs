using System.Collections.Generic;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.Migrations;

/// <summary>What can be said of a script without knowing variables and dialect.</summary>
internal sealed class ScriptScan
{
    /// <summary>Variables and escapes in order of place.</summary>
    public List<ScriptVariable> Variables { get; } = [];

    /// <summary>The comments <c>-- @name argument</c> before the first statement.</summary>
    public List<CqlAnnotation> Header { get; } = [];

    /// <summary>Those after it.</summary>
    public List<CqlAnnotation> Inner { get; } = [];

    /// <summary>Malformed variables.</summary>
    public List<Finding> Findings { get; } = [];

    /// <summary>Whether there is anything else than comments, blanks and semicolons.</summary>
    public bool HasStatements { get; set; }
}
