namespace ScyllaMigrations.Cql.Syntax;

/// <summary>CREATE USER: a role that may log in; user names keep their case.</summary>
public sealed record CreateUserStatement(string User, bool IfNotExists, Password? Password, bool? Superuser) : DclStatement
{
    /// <inheritdoc/>
    public override string Kind => "CREATE USER";
}
