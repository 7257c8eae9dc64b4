namespace System.Runtime.CompilerServices;

/// <summary>
/// Marks init accessors, as the framework's own type of this name does. The netstandard2.0 build has to define it, so its init accessors carry a
/// modifier of this assembly; with the framework's in the net10.0 build, an assembly compiled against the one would miss them in the other.
/// </summary>
internal static class IsExternalInit;
