namespace ScyllaMigrations.Execution;

/// <summary>How far a run came, as its row in history tells.</summary>
internal enum RunState
{
    /// <summary>Its journal is being written; nothing was sent.</summary>
    Writing,

    /// <summary>Its journal is whole; statements may have been sent. Only such a run is gone on with.</summary>
    Ready,

    /// <summary>All of it is proven and in history.</summary>
    Done,

    /// <summary>A later run took over what remained of it.</summary>
    Replaced,
}
