using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using Xunit;

namespace ScyllaMigrations.Driver.Tests.Values;

/// <summary>A table for each type that a test asks for, all in one keyspace.</summary>
public sealed class TypeTables : IAsyncLifetime
{
    private readonly Dictionary<string, string> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);
    private string _keyspace = string.Empty;
    private int _key;

    public ICluster Cluster { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Cluster = await Server.ConnectAsync();
        _keyspace = await Server.MakeKeyspaceAsync(Cluster);
    }

    public async Task DisposeAsync()
    {
        if (Cluster is not null)
        {
            await Cluster.DisposeAsync();
        }
    }

    public int NextKey() => Interlocked.Increment(ref _key);

    /// <summary>A table with the columns <c>k int PRIMARY KEY</c> and <c>v</c> of the type.</summary>
    public async Task<string> TableAsync(string type)
    {
        if (!_tables.TryGetValue(type, out string? table))
        {
            table = $"{_keyspace}.t{_tables.Count}";
            await Cluster.RunAsync($"CREATE TABLE {table} (k int PRIMARY KEY, v {type})");
            _tables.Add(type, table);
        }

        return table;
    }

    /// <summary>A user type with these fields.</summary>
    public async Task<string> UserTypeAsync(string fields)
    {
        if (!_types.TryGetValue(fields, out string? name))
        {
            name = $"u{_types.Count}";
            await Cluster.RunAsync($"CREATE TYPE {_keyspace}.{name} {fields}");
            _types.Add(fields, name);
        }

        return name;
    }
}
