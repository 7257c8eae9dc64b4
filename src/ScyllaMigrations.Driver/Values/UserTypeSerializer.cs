using Cassandra;
using Cassandra.Serialization;

namespace ScyllaMigrations.Driver.Values;

/// <summary>
/// Keeps values of user types as their own bytes. Without it the driver hands out the buffer around the value, which belongs to the whole column and is reused.
/// </summary>
internal sealed class UserTypeSerializer : UdtSerializer
{
    public override object Deserialize(ushort protocolVersion, byte[] buffer, int offset, int length, IColumnInfo typeInfo) =>
        BigEndian.Slice(buffer, offset, length);
}
