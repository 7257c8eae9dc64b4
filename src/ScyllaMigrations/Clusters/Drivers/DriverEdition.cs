namespace ScyllaMigrations.Clusters.Drivers;

/// <summary>Which runtime a driver folder was made for.</summary>
public enum DriverEdition
{
    /// <summary>.NET 8 and later: folder <c>core</c>.</summary>
    Core,

    /// <summary>.NET Framework 4.7.2 and later, Windows PowerShell: folder <c>desktop</c>.</summary>
    Desktop,
}
