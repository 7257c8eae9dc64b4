using System.Collections.Generic;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Embedded.Values;

namespace ScyllaMigrations.Embedded.Rows;

/// <summary>A column with its codec.</summary>
internal sealed class ColumnModel
{
    public ColumnModel(ColumnSchema schema, ValueCodec codec)
    {
        Schema = schema;
        Codec = codec;
        IsComplex = !schema.Type.IsFrozen && codec is (SequenceCodec or MapCodec or UserTypeCodec);
        PathOrder = Comparer<byte[]>.Create(codec switch
        {
            MapCodec map => map.Key.Compare,
            SequenceCodec { IsSet: true } set => set.Element.Compare,
            _ => Wire.Compare,
        });
    }

    public ColumnSchema Schema { get; }

    public ValueCodec Codec { get; }

    public string Name => Schema.Name;

    public ColumnKind Kind => Schema.Kind;

    /// <summary>Whether its value is several cells: a collection or user type that is not frozen.</summary>
    public bool IsComplex { get; }

    public bool IsCounter => Schema.Type is NativeType { Kind: NativeTypeKind.Counter };

    /// <summary>The order of those cells.</summary>
    public IComparer<byte[]> PathOrder { get; }

    /// <summary>What results show as its type.</summary>
    public CqlType Type => Schema.Type;

    /// <summary>The value in a row, or null.</summary>
    public byte[]? Read(Row row, long nowSeconds)
    {
        if (IsComplex)
        {
            return row.Complex.TryGetValue(Name, out ComplexCells? cells) ? cells.Assemble(Codec, nowSeconds) : null;
        }

        return row.Cells.TryGetValue(Name, out Cell? cell) && cell.IsLive(nowSeconds) ? cell.Value : null;
    }
}
