using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;

namespace ScyllaMigrations.PowerShell.Sessions;

/// <summary>The sessions that one runspace opened, newest last; the newest is its default. Other runspaces have tables of their own.</summary>
internal sealed class SessionTable
{
    private static readonly ConditionalWeakTable<Runspace, SessionTable> Tables = new();

    private readonly object _gate = new();
    private readonly List<ScyllaSession> _sessions = [];

    /// <summary>The session that cmdlets use when they are told no other; null before the first.</summary>
    public ScyllaSession? Default
    {
        get
        {
            lock (_gate)
            {
                return _sessions.Count == 0 ? null : _sessions[_sessions.Count - 1];
            }
        }
    }

    /// <summary>All open sessions, newest last.</summary>
    public IReadOnlyList<ScyllaSession> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _sessions];
            }
        }
    }

    /// <summary>The table of the runspace that the calling thread runs in.</summary>
    public static SessionTable ForRunspace() => Tables.GetOrCreateValue(Runspace.DefaultRunspace);

    /// <summary>The newest open session to a cluster of this name; null when there is none.</summary>
    public ScyllaSession? Find(string cluster) =>
        All.LastOrDefault(session => string.Equals(session.Cluster, cluster, StringComparison.Ordinal));

    /// <summary>Takes up a session and makes it the default.</summary>
    public void Add(ScyllaSession session)
    {
        lock (_gate)
        {
            _sessions.Remove(session);
            _sessions.Add(session);
        }
    }

    /// <summary>Lets go of a session; the one opened before it becomes the default.</summary>
    public void Remove(ScyllaSession session)
    {
        lock (_gate)
        {
            _sessions.Remove(session);
        }
    }

    /// <summary>Closes every session, for a module that is removed. Blocks: PowerShell offers no asynchronous removal.</summary>
    public void CloseAll()
    {
        foreach (ScyllaSession session in All)
        {
            Remove(session);
            Task.Run(session.CloseAsync).GetAwaiter().GetResult();
        }
    }
}
