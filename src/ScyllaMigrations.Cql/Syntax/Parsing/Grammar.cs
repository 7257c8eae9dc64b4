using System;
using System.Collections.Concurrent;

namespace ScyllaMigrations.Cql.Syntax;

/// <summary>What a dialect's grammar allows, worked out once for each product and version.</summary>
internal sealed class Grammar
{
    private static readonly ConcurrentDictionary<(ServerProduct Product, Version Version), Grammar> Known = new();

    private readonly WordClass[] _classes;
    private readonly CqlDialect _dialect;

    private Grammar(CqlDialect dialect)
    {
        _dialect = dialect;
        _classes = WordClasses.For(dialect);
    }

    public string Name => _dialect.Name;

    public bool IsScylla => _dialect.IsScylla;

    public bool IsCassandra => _dialect.IsCassandra;

    /// <summary>ALTER … IF EXISTS, ADD IF NOT EXISTS and the like: Cassandra 4.1.</summary>
    public bool HasAlterIfExists => Cassandra(4, 1);

    /// <summary>CREATE, ALTER, DROP SCHEMA as another word for KEYSPACE: lost in Cassandra 4.0 when SCHEMA became a word of DESCRIBE.</summary>
    public bool HasSchemaAlias => IsCassandra && !Cassandra(4, 0);

    /// <summary>DESCRIBE understood by the server: Cassandra 4.0, every ScyllaDB here.</summary>
    public bool HasDescribe => IsScylla || Cassandra(4, 0);

    /// <summary>Arithmetic, element and slice selection: Cassandra 4.0.</summary>
    public bool HasArithmetic => Cassandra(4, 0);

    /// <summary>The vector type: Cassandra 5.0, ScyllaDB 2025.2.</summary>
    public bool HasVectors => Cassandra(5, 0) || Scylla(2025, 2);

    /// <summary>ORDER BY … ANN OF: Cassandra 5.0, ScyllaDB 2025.4.</summary>
    public bool HasAnn => Cassandra(5, 0) || Scylla(2025, 4);

    /// <summary>Masking: Cassandra 5.0.</summary>
    public bool HasMasking => Cassandra(5, 0);

    /// <summary>Identities and CIDR access: Cassandra 5.0.</summary>
    public bool HasIdentities => Cassandra(5, 0);

    /// <summary>HASHED PASSWORD: Cassandra 4.1, ScyllaDB 2025.1.</summary>
    public bool HasHashedPassword => Cassandra(4, 1) || Scylla(2025, 1);

    /// <summary>ACCESS TO DATACENTERS: Cassandra 4.0.</summary>
    public bool HasDatacenterAccess => Cassandra(4, 0);

    /// <summary>Several permissions in one GRANT: Cassandra 4.1.</summary>
    public bool HasPermissionLists => Cassandra(4, 1);

    /// <summary>CREATE KEYSPACE without WITH, and lists in property maps: ScyllaDB 2025.4.</summary>
    public bool HasBareKeyspace => Scylla(2025, 4);

    /// <summary>How deep expressions may nest: ScyllaDB 2025.1 and from 2025.4 on refuses more than 12 levels (cql3/Cql.g).</summary>
    public int ExpressionDepth =>
        Scylla(2025, 4) || (Scylla(2025, 1) && !Scylla(2025, 2)) ? 12 : int.MaxValue;

    /// <summary>Whether the server is this Cassandra or a later one.</summary>
    public bool Cassandra(int major, int minor) => _dialect.Is(ServerProduct.Cassandra, major, minor);

    /// <summary>Whether the server is this ScyllaDB or a later one.</summary>
    public bool Scylla(int major, int minor) => _dialect.Is(ServerProduct.Scylla, major, minor);

    public static Grammar Of(CqlDialect dialect) => Known.GetOrAdd((dialect.Product, dialect.Version), _ => new Grammar(dialect));

    public WordClass ClassOf(Keyword keyword) => _classes[(int)keyword];

    public bool IsReserved(Keyword keyword) => _classes[(int)keyword] == WordClass.Reserved;
}
