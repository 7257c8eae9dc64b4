using System;
using System.Text;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Embedded.Evaluation;
using ScyllaMigrations.Embedded.Values;

namespace ScyllaMigrations.Embedded.Functions;

/// <summary><c>TYPE_as_blob</c> and <c>blob_as_TYPE</c>, to_json and from_json.</summary>
internal static class BlobFunctions
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly ValueCodec Blob = CodecFactory.Native(NativeTypeKind.Blob);
    private static readonly ValueCodec Text = CodecFactory.Native(NativeTypeKind.Text);

    /// <summary>The result, or null when the function is none of these.</summary>
    public static TypedValue? TryCall(TermEvaluator evaluator, string name, FunctionCallTerm call, IRowScope? scope)
    {
        ValueList<Term> arguments = call.Arguments;
        if (name == "to_json")
        {
            TypedValue value = ServerFunctions.Single(evaluator, name, arguments, scope);
            return new TypedValue(Text, Encoding.UTF8.GetBytes(value.Bytes is null ? "null" : value.Codec.ToJson(value.Bytes)));
        }

        if (name.EndsWith("_as_blob", StringComparison.Ordinal) && NativeType.Find(name.Substring(0, name.Length - 8)) is { } from)
        {
            ValueCodec codec = CodecFactory.Native(from.Kind);
            TypedValue given = ServerFunctions.Single(evaluator, name, arguments, scope, from.Kind);
            return Assignability.CanAssign(given.Codec.Type, codec.Type)
                ? new TypedValue(Blob, given.Bytes)
                : throw ServerFunctions.WrongType(name, given);
        }

        if (!name.StartsWith("blob_as_", StringComparison.Ordinal) || NativeType.Find(name.Substring(8)) is not { } to)
        {
            return null;
        }

        ValueCodec target = CodecFactory.Native(to.Kind);
        TypedValue blob = ServerFunctions.Single(evaluator, name, arguments, scope, NativeTypeKind.Blob);
        if (blob.Codec is not BlobCodec)
        {
            throw ServerFunctions.WrongType(name, blob);
        }

        return new TypedValue(target, blob.Bytes is null || IsValid(target, blob.Bytes)
            ? blob.Bytes
            : throw CqlRefusal.Invalid($"In call to function {TermText.NameOf(call)}, value {BlobCodec.ToHex(blob.Bytes)} is not a valid binary representation for type {target.Name}", name));
    }

    private static bool IsValid(ValueCodec codec, byte[] bytes) => codec is TextCodec
        ? IsUtf8(bytes)
        : LengthOf(codec) is not { } size || bytes.Length == size || (bytes.Length == 0 && size > 0);

    private static bool IsUtf8(byte[] bytes)
    {
        try
        {
            return Strict.GetCharCount(bytes) >= 0;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    // How long a value must be; null for any length.
    private static int? LengthOf(ValueCodec codec) => ((NativeType)codec.Type).Kind switch
    {
        NativeTypeKind.Tinyint or NativeTypeKind.Boolean => 1,
        NativeTypeKind.Smallint => 2,
        NativeTypeKind.Int or NativeTypeKind.Float or NativeTypeKind.Date => 4,
        NativeTypeKind.Bigint or NativeTypeKind.Counter or NativeTypeKind.Double or NativeTypeKind.Timestamp or NativeTypeKind.Time => 8,
        NativeTypeKind.Uuid or NativeTypeKind.Timeuuid => 16,
        _ => null,
    };
}
