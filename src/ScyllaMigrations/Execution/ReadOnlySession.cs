using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.Execution;

/// <summary>A session that refuses everything but SELECT: what checks get.</summary>
internal sealed class ReadOnlySession : ICqlSession
{
    private readonly ICqlSession _inner;
    private readonly CqlDialect _dialect;
    private readonly string _keyspace;

    public ReadOnlySession(ICqlSession inner, CqlDialect dialect, string keyspace)
    {
        _inner = inner;
        _dialect = dialect;
        _keyspace = keyspace;
    }

    /// <inheritdoc />
    /// <exception cref="MigrationException">CheckFailed: it is no SELECT.</exception>
    public async Task<CqlResult> ExecuteAsync(CqlRequest request, CancellationToken cancellationToken)
    {
        CqlStatement statement;
        try
        {
            statement = CqlParser.ParseStatement(request.Cql, _dialect);
        }
        catch (CqlParseException exception)
        {
            throw new MigrationException(ErrorCodes.CheckFailed, $"a check sent something that is no CQL statement: {exception.Message}", null, exception);
        }

        if (statement is not SelectStatement)
        {
            throw new MigrationException(ErrorCodes.CheckFailed, $"a check may only read; {statement.Kind} was not sent");
        }

        CqlStatement qualified = NameQualifier.Qualify(statement, _keyspace);
        return await _inner.ExecuteAsync(qualified == statement ? request : request with { Cql = CqlWriter.Write(qualified) }, cancellationToken).ConfigureAwait(false);
    }
}
