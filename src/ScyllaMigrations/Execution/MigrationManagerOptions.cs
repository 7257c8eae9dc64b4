using System;
using System.Collections.Generic;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.Execution;

/// <summary>How migrations are run.</summary>
public sealed record MigrationManagerOptions
{
    /// <summary>The keyspace; null when the migrations create exactly one, which is then meant.</summary>
    public string? Keyspace { get; init; }

    /// <summary>Replication for a keyspace that neither exists nor is created by a migration, as a CQL map; null refuses to create it.</summary>
    public string? Replication { get; init; }

    /// <summary>Values of <c>${name}</c> in scripts, beside <c>${keyspace}</c> and <c>${replication}</c>.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The least version that the program works with; null for none.</summary>
    public MigrationVersion? MinimumVersion { get; init; }

    /// <summary>Keyspace for history when it shall not lie in the keyspace itself; null chooses: the keyspace, or where LWT is refused there one of its own.</summary>
    public string? HistoryKeyspace { get; init; }

    /// <summary>False to send the statements one by one as written instead of folding them where that is proven.</summary>
    public bool Fold { get; init; } = true;

    /// <summary>A lease whose fence and beat stand still this long is taken over. The default is 20 s.</summary>
    public TimeSpan LeaseTime { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a whole run may take, waiting for the lease included. The default is 5 min.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long one schema change may take until its outcome is looked up. The default is 30 s.</summary>
    public TimeSpan StatementTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long to wait until all nodes agree on the schema. The default is 60 s.</summary>
    public TimeSpan AgreementTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Who runs it, for history: user of the operating system or CI actor.</summary>
    public string? Actor { get; init; }

    /// <summary>The machine, for history.</summary>
    public string? Host { get; init; }

    /// <summary>The tool's version, for history.</summary>
    public string? ToolVersion { get; init; }

    /// <summary>The clock.</summary>
    public IClock Clock { get; init; } = SystemClock.Instance;

    /// <summary>The source of identifiers.</summary>
    public IIdSource Ids { get; init; } = RandomIdSource.Instance;
}
