namespace ScyllaMigrations.Cql.Schema;

/// <summary>Why a server refuses a statement.</summary>
/// <param name="Code">The native protocol's error code: one of the constants here.</param>
/// <param name="Message">What the server says, or as clear.</param>
/// <param name="Subject">The name in the statement that the message is about, for a caret; null when none stands out.</param>
public sealed record CqlError(int Code, string Message, string? Subject = null)
{
    /// <summary>A failure inside the server.</summary>
    public const int ServerError = 0x0000;

    /// <summary>The text or a property in it is not understood.</summary>
    public const int SyntaxError = 0x2000;

    /// <summary>Not allowed to this user, or on this object.</summary>
    public const int Unauthorized = 0x2100;

    /// <summary>Understood, but not valid on this schema.</summary>
    public const int Invalid = 0x2200;

    /// <summary>A value of the server's configuration or of an option is not valid.</summary>
    public const int ConfigError = 0x2300;

    /// <summary>What is to be created exists.</summary>
    public const int AlreadyExists = 0x2400;

    /// <summary>The code in hexadecimal and the message.</summary>
    public override string ToString() => Code.ToString("X4", System.Globalization.CultureInfo.InvariantCulture) + " " + Message;
}
