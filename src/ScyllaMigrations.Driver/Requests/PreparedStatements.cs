using System.Collections.Concurrent;
using System.Threading.Tasks;
using Cassandra;

namespace ScyllaMigrations.Driver.Requests;

/// <summary>Keeps statements prepared, by their text.</summary>
internal sealed class PreparedStatements
{
    // The engine's own statements are a few dozen; a program that makes up texts must not fill the memory.
    private const int Most = 500;

    private readonly ISession _session;
    private readonly ConcurrentDictionary<string, Task<PreparedStatement>> _tasks = new(System.StringComparer.Ordinal);

    public PreparedStatements(ISession session) => _session = session;

    public async Task<PreparedStatement> GetAsync(string cql)
    {
        if (_tasks.Count >= Most)
        {
            _tasks.Clear();
        }

        Task<PreparedStatement> task = _tasks.GetOrAdd(cql, _session.PrepareAsync);
        try
        {
            return await task.ConfigureAwait(false);
        }
        catch
        {
            Forget(cql);
            throw;
        }
    }

    public void Forget(string cql) => _tasks.TryRemove(cql, out _);
}
