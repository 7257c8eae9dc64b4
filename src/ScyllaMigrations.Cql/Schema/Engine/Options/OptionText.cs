using System;
using System.Globalization;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>Numbers and booleans of options as one text each, so that equal values are equal texts.</summary>
internal static class OptionText
{
    /// <summary>A fraction as the servers print it: `0.01`, `1.0`, `1.0E-5`.</summary>
    public static string Of(double value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        int exponent = text.IndexOf("E", StringComparison.Ordinal);
        if (exponent < 0 && Math.Abs(value) is > 0 and < 0.001)
        {
            text = value.ToString("0.0################E-0", CultureInfo.InvariantCulture);
            exponent = text.IndexOf("E", StringComparison.Ordinal);
        }

        if (exponent >= 0)
        {
            string digits = text.Substring(0, exponent);
            string power = int.Parse(text.Substring(exponent + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
                .ToString(CultureInfo.InvariantCulture);
            return (digits.Contains(".") ? digits : digits + ".0") + "E" + power;
        }

        return text.Contains(".") ? text : text + ".0";
    }

    public static string Of(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(bool value) => value ? "true" : "false";

    public static bool TryInteger(string text, out long value) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    public static bool TryDouble(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
}
