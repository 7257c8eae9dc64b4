namespace ScyllaMigrations.Cql.Syntax;

/// <summary>ALTER TABLE with its one action.</summary>
public sealed record AlterTableStatement(QualifiedName Table, bool IfExists, AlterTableAction Action) : DdlStatement
{
    /// <inheritdoc/>
    public override string Kind => "ALTER TABLE";
}
