using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Embedded.Evaluation;
using ScyllaMigrations.Embedded.Execution;
using ScyllaMigrations.Embedded.Log;

namespace ScyllaMigrations.Embedded;

/// <summary>Executes statements one at a time: follows the file, checks, logs, applies.</summary>
internal sealed class EmbeddedSession : ICqlSession, IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly SemaphoreSlim _writers = new(1, 1);
    private readonly EmbeddedOptions _options;
    private readonly CqlDialect _dialect;
    private readonly LogStore? _store;
    private readonly WriterLock? _writerLock;
    private readonly StatementCache _statements;
    private Database _database;
    private bool _writing;
    private string? _currentKeyspace;
    private long _lastMicros;

    public EmbeddedSession(CqlDialect dialect, EmbeddedOptions options, LogStore? store, WriterLock? writerLock)
    {
        _dialect = dialect;
        _options = options;
        _store = store;
        _writerLock = writerLock;
        _database = new Database(dialect, options.AnyDataCenter);
        _statements = new StatementCache(dialect);
    }

    public IReadOnlyList<string> Warnings => _store?.Warning is { } warning ? [warning] : [];

    public Cql.Schema.ClusterSchema Schema => Volatile.Read(ref _database).Schema;

    public async Task<CqlResult> ExecuteAsync(CqlRequest request, CancellationToken cancellationToken)
    {
        _ = request ?? throw new ArgumentNullException(nameof(request));
        CqlStatement statement = Binder.Bind(_statements.Parse(request.Cql), request.Cql, request.Values);
        bool reads = statement is QueryStatement or UseStatement;
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (reads || _writing || _writerLock is null)
            {
                // Also while this process alone may write: somebody may have put another file in its place.
                Follow();
                return Execute(statement, request.TimestampMicros);
            }

            using IDisposable held = await _writerLock.EnterAsync(_options.WriterWait, cancellationToken).ConfigureAwait(false);
            Follow();
            CqlResult result = Execute(statement, request.TimestampMicros);
            CompactIfWorthwhile();
            _store?.CloseWriter();
            return result;
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            Follow();
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task<Guid> GetSchemaVersionAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken).ConfigureAwait(false);
        return _database.SchemaVersion;
    }

    public async Task<IAsyncDisposable> EnterWriterAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        TimeSpan start = _options.Clock.Monotonic;
        if (!await _writers.WaitAsync(wait, cancellationToken).ConfigureAwait(false))
        {
            throw LogErrors.Held(_store?.Path ?? "the embedded cluster", "another run of this process", wait);
        }

        IDisposable? held = null;
        try
        {
            TimeSpan left = wait - (_options.Clock.Monotonic - start);
            held = _writerLock is null
                ? null
                : await _writerLock.EnterAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
            await SetWritingAsync(true, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            held?.Dispose();
            _writers.Release();
            throw;
        }

        return new HeldWriter(async () =>
        {
            try
            {
                await SetWritingAsync(false, CancellationToken.None).ConfigureAwait(false);
            }
            finally
            {
                held?.Dispose();
                _writers.Release();
            }
        });
    }

    public async Task CompactAsync(CancellationToken cancellationToken)
    {
        if (_store is null)
        {
            return;
        }

        IAsyncDisposable held = await EnterWriterAsync(_options.WriterWait, cancellationToken).ConfigureAwait(false);
        await using ConfiguredAsyncDisposable _ = held.ConfigureAwait(false);
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            Follow();
            _store.Compact(StateDump.Of(_database, NextMicros()), always: true);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose()
    {
        _store?.Dispose();
        _gate.Dispose();
        _writers.Dispose();
    }

    private async Task SetWritingAsync(bool writing, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!writing)
            {
                _writing = false;
                CompactIfWorthwhile();
                _store?.CloseWriter();
                return;
            }

            Follow();
            _writing = true;
        }
        finally
        {
            _gate.Release();
        }
    }

    private CqlResult Execute(CqlStatement statement, long? timestamp)
    {
        long now = NextMicros();
        StatementExecutor executor = new(_database, _currentKeyspace, _options.Ids, now, timestamp ?? now);
        Effect effect = executor.Execute(statement);
        if (effect.LogText is not null)
        {
            _store?.Append(now, effect.LogText);
        }

        effect.Apply?.Invoke();
        _currentKeyspace = executor.CurrentKeyspace;
        return effect.Result;
    }

    // Takes in what other processes appended, or all of it when the file is another one.
    private void Follow()
    {
        if (_store is null)
        {
            return;
        }

        IReadOnlyList<LogRecord> records = _store.ReadNew(out bool isReset);
        if (isReset)
        {
            _database = new Database(_dialect, _options.AnyDataCenter);
        }

        if (records.Count > 0)
        {
            try
            {
                Replay.Apply(_database, _store.Path, records);
            }
            catch
            {
                _store.Forget();
                throw;
            }

            _lastMicros = Math.Max(_lastMicros, records[records.Count - 1].TimestampMicros);
        }
    }

    private void CompactIfWorthwhile()
    {
        if (_store?.IsWorthCompacting == true)
        {
            _store.Compact(StateDump.Of(_database, NextMicros()), always: false);
        }
    }

    // Never twice the same and never backwards, whatever the wall clock does.
    private long NextMicros()
    {
        const long TicksPerMicrosecond = 10;
        const long UnixEpochTicks = 621_355_968_000_000_000;
        long now = (_options.Clock.UtcNow.UtcTicks - UnixEpochTicks) / TicksPerMicrosecond;
        _lastMicros = Math.Max(now, _lastMicros + 1);
        return _lastMicros;
    }

    private sealed class HeldWriter(Func<Task> release) : IAsyncDisposable
    {
        private Func<Task>? _release = release;

        public async ValueTask DisposeAsync()
        {
            if (Interlocked.Exchange(ref _release, null) is { } once)
            {
                await once().ConfigureAwait(false);
            }
        }
    }
}
