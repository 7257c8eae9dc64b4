using System;
using ScyllaMigrations.Clusters;

namespace ScyllaMigrations.Execution;

/// <summary>How a lease is sought and held.</summary>
/// <param name="OwnerInfo">The runner in words, for those who wait.</param>
/// <param name="LeaseTime">A lease that stands still this long is taken over.</param>
/// <param name="Exclusive">Whether the cluster's writer lock is held, so that a lease found is one left behind.</param>
/// <param name="Clock">The clock.</param>
/// <param name="Ids">Where owners come from.</param>
/// <param name="SettleTime">How long a transaction without an answer may still be queued somewhere.</param>
internal sealed record LeaseRequest(string OwnerInfo, TimeSpan LeaseTime, bool Exclusive, IClock Clock, IIdSource Ids, TimeSpan SettleTime);
