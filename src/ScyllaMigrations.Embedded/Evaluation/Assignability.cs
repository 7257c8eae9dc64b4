using ScyllaMigrations.Cql;

namespace ScyllaMigrations.Embedded.Evaluation;

/// <summary>Which values of one type may stand where another is wanted.</summary>
internal static class Assignability
{
    /// <summary>Whether values of a type can be used as another's without a cast.</summary>
    public static bool CanAssign(CqlType from, CqlType to)
    {
        if (from.Freeze() == to.Freeze())
        {
            return true;
        }

        return from is NativeType source && to is NativeType target && (source.Kind, target.Kind) switch
        {
            (_, NativeTypeKind.Blob) => true,
            (NativeTypeKind.Timeuuid, NativeTypeKind.Uuid) => true,
            (NativeTypeKind.Ascii, NativeTypeKind.Text) => true,
            (NativeTypeKind.Bigint, NativeTypeKind.Counter) or (NativeTypeKind.Counter, NativeTypeKind.Bigint) => true,
            _ => false,
        };
    }
}
