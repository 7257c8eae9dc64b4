namespace ScyllaMigrations.Cql.Syntax;

/// <summary>What sort of work a statement does.</summary>
public enum CqlStatementCategory
{
    /// <summary>Changes the schema.</summary>
    Ddl,

    /// <summary>Changes rows: INSERT, UPDATE, DELETE, BATCH, TRUNCATE.</summary>
    Dml,

    /// <summary>Reads: SELECT, LIST, DESCRIBE.</summary>
    Query,

    /// <summary>Changes roles, permissions or service levels.</summary>
    Dcl,

    /// <summary>Anything else: USE, PRUNE.</summary>
    Other,
}
