using System;
using System.Collections.Generic;

namespace ScyllaMigrations.Clusters;

/// <summary>Whether all nodes that are up report the same schema version.</summary>
/// <param name="InAgreement">True when they do.</param>
/// <param name="Versions">Each reported version with the addresses that report it.</param>
public sealed record SchemaAgreement(bool InAgreement, IReadOnlyDictionary<Guid, IReadOnlyList<string>> Versions);
