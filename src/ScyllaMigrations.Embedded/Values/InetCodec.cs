using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Embedded.Values;

/// <summary>inet.</summary>
internal sealed class InetCodec(NativeType type) : ValueCodec(type)
{
    public override object? ToClr(byte[] bytes) => bytes.Length == 0 ? null : new IPAddress(bytes);

    public override byte[]? FromClr(object value) => value is IPAddress address ? address.GetAddressBytes() : null;

    public override bool Takes(ConstantKind kind) => kind == ConstantKind.String;

    public override byte[] Parse(string text, ConstantKind kind) =>
        IPAddress.TryParse(text, out IPAddress? address) && IsWhole(text, address)
            ? address.GetAddressBytes()
            : throw CqlRefusal.Invalid($"Unable to make inet address from '{text}'");

    public override Term ToTerm(byte[] bytes) => bytes.Length == 0 ? ConstantTerm.Null : ConstantTerm.OfString(new IPAddress(bytes).ToString());

    public override string ToJson(byte[] bytes) => "\"" + new IPAddress(bytes) + "\"";

    public override byte[] FromJson(JsonElement json) =>
        json.ValueKind == JsonValueKind.String ? Parse(json.GetString()!, ConstantKind.String) : throw WrongJson("a string representation of an inet value", json);

    // .NET also reads one number as an address.
    private static bool IsWhole(string text, IPAddress address) =>
        address.AddressFamily != AddressFamily.InterNetwork || text.Split('.').Length == 4;
}
