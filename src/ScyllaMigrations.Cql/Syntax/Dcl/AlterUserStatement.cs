namespace ScyllaMigrations.Cql.Syntax;

/// <summary>ALTER USER.</summary>
public sealed record AlterUserStatement(string User, bool IfExists, Password? Password, bool? Superuser) : DclStatement
{
    /// <inheritdoc/>
    public override string Kind => "ALTER USER";
}
