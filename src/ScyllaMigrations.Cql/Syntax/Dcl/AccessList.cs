namespace ScyllaMigrations.Cql.Syntax;

/// <summary>ACCESS TO DATACENTERS or FROM CIDRS: all of them, or those named (Cassandra 4.0 and 5.0).</summary>
public sealed record AccessList(bool All, ValueList<string> Names);
