using System;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Conformance;
using Xunit;

namespace ScyllaMigrations.Driver.Tests;

/// <summary>The conformance cases on the real server: the truth that the embedded cluster has to follow.</summary>
public sealed class RealServerConformance : ConformanceSuite, IClassFixture<RealServerConformance.Connection>
{
    private readonly Connection _connection;

    public RealServerConformance(Connection connection) => _connection = connection;

    protected override Task<ICluster> OpenAsync() => Task.FromResult(_connection.Cluster);

    protected override string? Records() => Environment.GetEnvironmentVariable(CaseRecorder.Variable) is { Length: > 0 } directory ? directory : null;

    public sealed class Connection : IAsyncLifetime
    {
        public ICluster Cluster { get; private set; } = null!;

        public async Task InitializeAsync() => Cluster = await Server.ConnectAsync();

        public async Task DisposeAsync() => await (Cluster?.DisposeAsync() ?? default);
    }
}
