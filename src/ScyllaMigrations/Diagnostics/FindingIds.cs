namespace ScyllaMigrations.Diagnostics;

/// <summary>Stable ids of findings in files, histories and plans. Lint findings carry their rule's name instead, CQL findings the id of the parser or server.</summary>
public static class FindingIds
{
    /// <summary>A file is not UTF-8.</summary>
    public const string InvalidUtf8 = "InvalidUtf8";

    /// <summary>A file cannot be read.</summary>
    public const string FileUnreadable = "FileUnreadable";

    /// <summary>A file's name looks like a migration, but is not one.</summary>
    public const string InvalidFileName = "InvalidFileName";

    /// <summary>Two migrations have one version, or two repeatable ones one name.</summary>
    public const string DuplicateVersion = "DuplicateVersion";

    /// <summary>A down or check script without its up script.</summary>
    public const string MissingUp = "MissingUp";

    /// <summary>A script without any statement.</summary>
    public const string EmptyScript = "EmptyScript";

    /// <summary>A <c>${name}</c> that nothing defines.</summary>
    public const string UnknownVariable = "UnknownVariable";

    /// <summary>A <c>${</c> that does not end, or a name that is no name.</summary>
    public const string InvalidVariable = "InvalidVariable";

    /// <summary>A comment <c>-- @name</c> whose name is no setting.</summary>
    public const string UnknownSetting = "UnknownSetting";

    /// <summary>A setting whose argument is wrong, or that stands in the wrong place.</summary>
    public const string InvalidSetting = "InvalidSetting";

    /// <summary>A file does not match migrations.sum, or migrations.sum is damaged.</summary>
    public const string SumMismatch = "SumMismatch";

    /// <summary>A check script holds something else than SELECT.</summary>
    public const string CheckNotSelect = "CheckNotSelect";

    /// <summary>An applied migration's file is gone.</summary>
    public const string AppliedMissing = "AppliedMissing";

    /// <summary>An applied migration's file was edited afterwards.</summary>
    public const string AppliedEdited = "AppliedEdited";

    /// <summary>A version lower than one that is applied was added afterwards.</summary>
    public const string OutOfOrder = "OutOfOrder";

    /// <summary>History holds one version twice in force.</summary>
    public const string HistoryDuplicate = "HistoryDuplicate";

    /// <summary>A statement names a table that the schema lacks at that point.</summary>
    public const string UnknownTable = "UnknownTable";

    /// <summary>A statement names a column that its table lacks at that point.</summary>
    public const string UnknownColumn = "UnknownColumn";

    /// <summary>A migration cannot be taken back.</summary>
    public const string UndoNotAvailable = "UndoNotAvailable";

    /// <summary>A statement that no migration may hold, such as USE or a change of the tool's own tables.</summary>
    public const string StatementNotAllowed = "StatementNotAllowed";
}
