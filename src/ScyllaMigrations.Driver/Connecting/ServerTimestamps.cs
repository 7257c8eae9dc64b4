using Cassandra;

namespace ScyllaMigrations.Driver.Connecting;

/// <summary>Leaves the timestamps of writes to the server; the driver would send those of this machine's clock.</summary>
internal sealed class ServerTimestamps : ITimestampGenerator
{
    // The driver's word for "none".
    public long Next() => long.MinValue;
}
