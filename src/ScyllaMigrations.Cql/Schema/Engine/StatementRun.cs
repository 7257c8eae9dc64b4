using System.Collections.Generic;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>One statement on its way through the rules: what it is applied to, and what it gathers.</summary>
internal sealed class StatementRun(ClusterSchema schema, SchemaContext context)
{
    private readonly List<string> _warnings = [];

    public ClusterSchema Schema { get; } = schema;

    public SchemaContext Context { get; } = context;

    public CqlDialect Dialect => Context.Dialect;

    public bool IsScylla => Context.Dialect.IsScylla;

    public ServerFeatures Features => Context.Dialect.Features;

    public void Warn(string message) => _warnings.Add(message);

    /// <summary>The keyspace a name means: its own, or the current one.</summary>
    public string KeyspaceOf(QualifiedName name) =>
        name.Keyspace ?? Context.CurrentKeyspace ?? throw Refusal.Invalid(
            "No keyspace has been specified. USE a keyspace, or explicitly specify keyspace.tablename", name.Name);

    public KeyspaceSchema RequireKeyspace(string name) =>
        Schema.FindKeyspace(name) ?? throw Refusal.Invalid($"Keyspace '{name}' doesn't exist", name);

    /// <summary>The schema stays as it is: IF [NOT] EXISTS, or nothing to do.</summary>
    public SchemaResult Unchanged() => new(Schema)
    {
        CurrentKeyspace = Context.CurrentKeyspace,
        Warnings = ValueList.From(_warnings),
    };

    public SchemaResult Changed(ClusterSchema after, params SchemaObject[] touched) => new(after)
    {
        Changed = true,
        CurrentKeyspace = Context.CurrentKeyspace,
        Warnings = ValueList.From(_warnings),
        TouchedObjects = ValueList.From(touched),
    };

    public SchemaResult Changed(KeyspaceSchema after, params SchemaObject[] touched) => Changed(Schema.With(after), touched);
}
