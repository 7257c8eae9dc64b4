using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>Which sort of constant a native type takes; what is no plain constant, or no native type, is not judged here.</summary>
internal static class ConstantRules
{
    public static void Check(Term term, CqlType type, string receiver)
    {
        if (term is not ConstantTerm constant || type is not NativeType || Takes(type.CqlName, constant.Kind))
        {
            return;
        }

        string kind = constant.Kind == ConstantKind.Blob ? "HEX" : constant.Kind.ToString().ToUpperInvariant();
        throw Refusal.Invalid($"Invalid {kind} constant ({constant.Text}) for \"{receiver}\" of type {type.CqlName}", constant.Text);
    }

    private static bool Takes(string type, ConstantKind kind) => kind switch
    {
        ConstantKind.String => type is "ascii" or "text" or "inet" or "timestamp" or "date" or "time",
        ConstantKind.Integer => type is "bigint" or "counter" or "date" or "decimal" or "double" or "float" or "int" or "smallint" or "time"
            or "timestamp" or "tinyint" or "varint",
        ConstantKind.Float => type is "decimal" or "double" or "float",
        ConstantKind.Boolean => type is "boolean",
        ConstantKind.Uuid => type is "uuid" or "timeuuid",
        ConstantKind.Blob => type is "blob",
        ConstantKind.Duration => type is "duration",
        _ => true,
    };
}
