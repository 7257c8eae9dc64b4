using System;
using System.Collections.Generic;

namespace ScyllaMigrations.Driver.Connecting;

/// <summary>The local data centre given is none of the cluster's. Stays inside of the adapter.</summary>
#pragma warning disable CA1032, CA1064, RCS1194 // It crosses the driver only, and is made in one place.
internal sealed class UnknownDataCenterException(string name, IReadOnlyList<string> known)
    : Exception($"the local data centre '{name}' is none of the cluster's: {string.Join(", ", known)}");
#pragma warning restore CA1032, CA1064, RCS1194
