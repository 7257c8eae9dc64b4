using System;

namespace ScyllaMigrations.Execution;

/// <summary>The lease as read: the static columns of the history partition.</summary>
/// <param name="Owner">Who holds it; null when nobody does.</param>
/// <param name="OwnerInfo">The holder in words.</param>
/// <param name="Fence">Rises with each acquisition; null before the first.</param>
/// <param name="Beat">Rises with each write of the holder; null before the first.</param>
/// <param name="HeadHash">Hash of the newest version entry; null before the first.</param>
internal sealed record LeaseState(Guid? Owner, string? OwnerInfo, long? Fence, long? Beat, string? HeadHash)
{
    public static LeaseState None { get; } = new(null, null, null, null, null);

    /// <summary>Whether nothing of it moved since another reading.</summary>
    public bool StandsStillSince(LeaseState earlier) => Owner == earlier.Owner && Fence == earlier.Fence && Beat == earlier.Beat;
}
