using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Cassandra;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Driver.Connecting;
using ScyllaMigrations.Driver.Requests;
using ScyllaMigrations.Driver.Values;
using CqlColumn = ScyllaMigrations.Clusters.CqlColumn;

namespace ScyllaMigrations.Driver;

/// <summary>Sends requests through a session of the driver.</summary>
internal sealed class CassandraSession : ICqlSession
{
    private const int PageSize = 5000;

    private readonly ISession _session;
    private readonly TimeSpan _timeout;
    private readonly PreparedStatements _prepared;

    public CassandraSession(ISession session, TimeSpan timeout)
    {
        _session = session;
        _timeout = timeout;
        _prepared = new PreparedStatements(session);
    }

    /// <inheritdoc />
    public async Task<CqlResult> ExecuteAsync(CqlRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Host? host = request.Host is { } id ? FindHost(id) : null;
        IStatement statement = await MakeStatementAsync(request, cancellationToken).ConfigureAwait(false);
        RetryOnce retry = Configure(statement, request, host);
        try
        {
            return await ReadAsync(_session.ExecuteAsync(statement), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw MapError(e, request, retry);
        }
    }

    private Exception MapError(Exception error, CqlRequest request, RetryOnce retry)
    {
        if (error is PreparedStatementIdMismatchException or PreparedQueryNotFoundException)
        {
            _prepared.Forget(request.Cql);
        }

        Guid? host = request.Host ?? OnlyHost();
        Exception mapped = DriverErrors.Map(error, host);
        return error is NoHostAvailableException && retry.LostAnswer && mapped is MigrationException { Code: var code } && code == ErrorCodes.ConnectionFailed
            ? new AmbiguousRequestException($"the answer was lost, and then no host could be asked again: {mapped.Message}", host, error)
            : mapped;
    }

    // Statements with values are always prepared: only then is it known which types their markers have.
    private async Task<IStatement> MakeStatementAsync(CqlRequest request, CancellationToken cancellationToken)
    {
        if (request.Values.Count == 0 && !request.Prepare)
        {
            return new SimpleStatement(request.Cql);
        }

        PreparedStatement prepared;
        try
        {
            prepared = await _prepared.GetAsync(request.Cql).OrCancelAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw DriverErrors.Map(e, request.Host, sent: false);
        }

        Cassandra.CqlColumn[] markers = prepared.Variables.Columns ?? [];
        return markers.Length == request.Values.Count
            ? prepared.Bind([.. markers.Select((marker, i) => (object?)ValueWriter.Write(request.Values[i], marker.TypeCode, marker.TypeInfo))])
            : throw new ArgumentException($"{request.Values.Count} values for {markers.Length} bind markers: {request.Cql}", nameof(request));
    }

    private RetryOnce Configure(IStatement statement, CqlRequest request, Host? host)
    {
        RetryOnce retry = new(request.Idempotent, pinned: host is not null);
        double milliseconds = (request.Timeout ?? _timeout).TotalMilliseconds;
        statement
            .SetConsistencyLevel((Cassandra.ConsistencyLevel)(request.Consistency ?? Clusters.ConsistencyLevel.LocalQuorum))
            .SetSerialConsistencyLevel((Cassandra.ConsistencyLevel)(request.SerialConsistency ?? Clusters.ConsistencyLevel.Serial))
            .SetIdempotence(request.Idempotent)
            .SetRetryPolicy(retry)
            .SetPageSize(PageSize)
            .SetReadTimeoutMillis(milliseconds is > 0 and < int.MaxValue ? Math.Max(1, (int)milliseconds) : int.MaxValue);
        if (host is not null)
        {
            ((Statement)statement).SetHost(host);
        }

        if (request.TimestampMicros is { } micros)
        {
            statement.SetTimestamp(new DateTimeOffset(1970, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(micros * 10));
        }

        return retry;
    }

    private async Task<CqlResult> ReadAsync(Task<RowSet> answer, CancellationToken cancellationToken)
    {
        RowSet rows = await answer.OrCancelAsync(cancellationToken).ConfigureAwait(false);
        while (!rows.IsFullyFetched)
        {
            await FetchAsync(rows).OrCancelAsync(cancellationToken).ConfigureAwait(false);
        }

        Cassandra.CqlColumn[] source = rows.Columns ?? [];
        List<CqlColumn> columns = [.. source.Select(column => new CqlColumn(column.Name, TypeMapper.Map(column.TypeCode, column.TypeInfo)))];
        List<CqlRow> result = [];
        foreach (Row row in rows)
        {
            object?[] values = new object?[source.Length];
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = ValueReader.Convert(row.GetValue<object>(i), source[i].TypeCode, source[i].TypeInfo);
            }

            result.Add(new CqlRow(columns, values));
        }

        return new CqlResult(columns, result, rows.Info.Warnings ?? [], rows.Info.QueriedHost is { } address ? _session.Cluster.GetHost(address)?.HostId : null);
    }

    private static async Task<bool> FetchAsync(RowSet rows)
    {
        await rows.FetchMoreResultsAsync().ConfigureAwait(false);
        return true;
    }

    private Guid? OnlyHost()
    {
        ICollection<Host> hosts = _session.Cluster.AllHosts();
        return hosts.Count == 1 ? hosts.First().HostId : null;
    }

    private Host FindHost(Guid id) =>
        _session.Cluster.AllHosts().FirstOrDefault(host => host.HostId == id)
        ?? throw ConnectionFailure.Make(null, [string.Format(CultureInfo.InvariantCulture, "  {0}: no such host in the cluster any more", id)]);
}
