using System.Text.Json;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Embedded.Values;

/// <summary>
/// Everything that depends on a value's type. Values are kept as the bytes of the native protocol, as servers do, so that tokens, order,
/// blob functions and fields added to a user type later come out the same.
/// </summary>
internal abstract class ValueCodec
{
    protected ValueCodec(CqlType type) => Type = type;

    /// <summary>The type.</summary>
    public CqlType Type { get; }

    /// <summary>Its name as servers show it in errors.</summary>
    public string Name => Type.CqlName;

    /// <summary>Whether values are numbers, which functions and arithmetic take.</summary>
    public virtual bool IsNumber => false;

    /// <summary>Order of two values.</summary>
    public virtual int Compare(byte[] left, byte[] right) => Wire.Compare(left, right);

    /// <summary>The value as documented on <see cref="Clusters.CqlRow"/>.</summary>
    public abstract object? ToClr(byte[] bytes);

    /// <summary>The bytes of a bound value; null when it is of a wrong type.</summary>
    public abstract byte[]? FromClr(object value);

    /// <summary>Whether a constant may stand for a value of this type.</summary>
    public virtual bool Takes(ConstantKind kind) => false;

    /// <summary>The bytes of a constant that <see cref="Takes"/> allows.</summary>
    /// <exception cref="Clusters.CqlServerException">2200: the text is no value of the type.</exception>
    public virtual byte[] Parse(string text, ConstantKind kind) => throw CqlRefusal.Invalid($"Invalid constant ({text}) of type {Name}");

    /// <summary>A term that <see cref="Parse"/> reads back to the same bytes.</summary>
    public abstract Term ToTerm(byte[] bytes);

    /// <summary>The value as SELECT JSON shows it.</summary>
    public abstract string ToJson(byte[] bytes);

    /// <summary>The bytes of a JSON value that is not null.</summary>
    public abstract byte[] FromJson(JsonElement json);

    /// <summary>A refused JSON value.</summary>
    protected static Clusters.CqlServerException WrongJson(string expected, JsonElement json) =>
        CqlRefusal.Invalid($"Expected {expected}, but got a {Describe(json)}: {json.GetRawText()}");

    private static string Describe(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => "String",
        JsonValueKind.Number => json.GetRawText().Contains(".") ? "Double" : "Integer",
        JsonValueKind.True or JsonValueKind.False => "Boolean",
        JsonValueKind.Array => "ArrayList",
        _ => "LinkedHashMap",
    };
}
