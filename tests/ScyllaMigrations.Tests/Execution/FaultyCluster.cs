using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;

namespace ScyllaMigrations.Tests.Execution;

/// <summary>A cluster whose requests can be made to fail, and whose capabilities can be changed. It records what really reached the cluster beneath.</summary>
internal sealed class FaultyCluster(ICluster inner) : ICluster, ICqlSession
{
    private readonly Lock _lock = new();

    /// <summary>Decides about a request before it is sent: null lets it pass.</summary>
    public Func<CqlRequest, int, Fault?> Plan { get; set; } = (_, _) => null;

    /// <summary>The cluster beneath.</summary>
    public ICluster Inner => inner;

    /// <summary>All requests that took effect, in order.</summary>
    public List<CqlRequest> Sent { get; } = [];

    /// <summary>How many requests were made.</summary>
    public int Count { get; private set; }

    public bool IsDead { get; private set; }

    public string Name => inner.Name;

    public ClusterCapabilities Capabilities { get; set; } = inner.Capabilities;

    public ICqlSession Session => this;

    public Task<SchemaAgreement> GetSchemaAgreementAsync(CancellationToken cancellationToken) => inner.GetSchemaAgreementAsync(cancellationToken);

    public Task<IAsyncDisposable> EnterWriterAsync(TimeSpan wait, CancellationToken cancellationToken) =>
        Capabilities.HasWriterLock ? inner.EnterWriterAsync(wait, cancellationToken) : Task.FromResult<IAsyncDisposable>(new Nothing());

    public ValueTask DisposeAsync() => default;

    public async Task<CqlResult> ExecuteAsync(CqlRequest request, CancellationToken cancellationToken)
    {
        Fault? fault;
        lock (_lock)
        {
            if (IsDead)
            {
                throw new ProcessKilledException();
            }

            fault = Plan(request, ++Count);
            IsDead |= fault is { Kills: true };
        }

        if (fault is { Reaches: false })
        {
            throw fault.Error();
        }

        CqlResult result = await inner.Session.ExecuteAsync(request, cancellationToken);
        lock (_lock)
        {
            Sent.Add(request);
        }

        return fault is null ? result : throw fault.Error();
    }

    private sealed class Nothing : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => default;
    }
}
