namespace ScyllaMigrations.Cli.Output;

/// <summary>What results are written as.</summary>
internal enum OutputFormat
{
    /// <summary>Tables for people.</summary>
    Table,

    /// <summary>One JSON document for programs.</summary>
    Json,
}
