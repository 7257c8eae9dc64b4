using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Linq;
using System.Numerics;

namespace ScyllaMigrations.Migrations;

/// <content>Reading versions from text.</content>
public sealed partial class MigrationVersion
{
    private const string Expected = "expected MAJOR.MINOR.PATCH as in Semantic Versioning 2.0, such as 1.0.0 or 2.1.0-rc.1";

    /// <summary>Reads a version exactly as the specification writes it.</summary>
    /// <param name="text">Such as <c>1.2.0</c>, <c>1.2.0-rc.1</c> or <c>1.2.0+build.5</c>.</param>
    /// <exception cref="FormatException">The text is not a version; the message says what is wrong with it and what was expected.</exception>
    public static MigrationVersion Parse(string text) =>
        TryParse(text, out MigrationVersion? version, out string? error) ? version : throw new FormatException(error);

    /// <summary>Reads a version exactly as the specification writes it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="version">The version, or null.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out MigrationVersion? version) => TryParse(text, out version, out _);

    /// <summary>Reads a version exactly as the specification writes it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="version">The version, or null.</param>
    /// <param name="error">What is wrong and what was expected, or null.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out MigrationVersion? version, [NotNullWhen(false)] out string? error)
    {
        version = null;
        string rest = text ?? string.Empty;
        string? build = CutOff(ref rest, '+');
        string? preRelease = CutOff(ref rest, '-');
        string[] numbers = rest.Split('.');
        string[] identifiers = preRelease?.Split('.') ?? [];
        string? fault = FaultOfNumbers(numbers) ?? FaultOfIdentifiers(identifiers, "pre-release", leadingZeros: false)
            ?? (build is null ? null : FaultOfIdentifiers(build.Split('.'), "build", leadingZeros: true));
        if (fault is not null)
        {
            error = $"'{text}' is not a version: {fault}; {Expected}.";
            return false;
        }

        error = null;
        version = new MigrationVersion(Number(numbers[0]), Number(numbers[1]), Number(numbers[2]), identifiers, build);
        return true;
    }

    /// <summary>Reads the looser versions of other tools' file names: fewer numbers, underscores for dots, leading zeros.</summary>
    /// <param name="text">Such as <c>1</c>, <c>1_2</c>, <c>000001</c>; missing numbers are 0.</param>
    /// <param name="version">The version, or null.</param>
    public static bool TryParseLenient(string? text, [NotNullWhen(true)] out MigrationVersion? version)
    {
        if (TryParse(text, out version))
        {
            return true;
        }

        string[] numbers = (text ?? string.Empty).Replace('_', '.').Split('.');
        if (numbers.Length > 3 || !numbers.All(IsNumber))
        {
            return false;
        }

        version = new MigrationVersion(
            Number(numbers[0]),
            numbers.Length > 1 ? Number(numbers[1]) : BigInteger.Zero,
            numbers.Length > 2 ? Number(numbers[2]) : BigInteger.Zero,
            [],
            null);
        return true;
    }

    private static string? CutOff(ref string text, char mark)
    {
        int at = text.IndexOf(mark);
        if (at < 0)
        {
            return null;
        }

        string tail = text.Substring(at + 1);
        text = text.Substring(0, at);
        return tail;
    }

    private static string? FaultOfNumbers(string[] numbers)
    {
        string[] names = ["major", "minor", "patch"];
        for (int i = 0; i < Math.Min(numbers.Length, names.Length); i++)
        {
            if (numbers[i].Length == 0)
            {
                return $"the {names[i]} number is missing";
            }

            if (!IsNumber(numbers[i]))
            {
                return $"the {names[i]} number '{numbers[i]}' is not a whole number";
            }

            if (HasLeadingZero(numbers[i]))
            {
                return $"the {names[i]} number '{numbers[i]}' has a leading zero";
            }
        }

        return numbers.Length switch
        {
            < 3 => $"the {names[numbers.Length]} number is missing",
            > 3 => "it has more than three numbers",
            _ => null,
        };
    }

    private static string? FaultOfIdentifiers(string[] identifiers, string part, bool leadingZeros)
    {
        foreach (string identifier in identifiers)
        {
            if (identifier.Length == 0)
            {
                return $"the {part} part has an empty identifier";
            }

            if (!identifier.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '-'))
            {
                return $"the {part} identifier '{identifier}' has other characters than letters, digits and hyphens";
            }

            if (!leadingZeros && IsNumber(identifier) && HasLeadingZero(identifier))
            {
                return $"the {part} identifier '{identifier}' has a leading zero";
            }
        }

        return null;
    }

    private static bool IsNumber(string text) => text.Length > 0 && text.All(c => c is >= '0' and <= '9');

    private static bool HasLeadingZero(string number) => number.Length > 1 && number[0] == '0';

    private static BigInteger Number(string digits) => BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
