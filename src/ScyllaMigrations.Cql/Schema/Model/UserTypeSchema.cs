using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>A user-defined type.</summary>
/// <param name="Keyspace">The keyspace's stored name.</param>
/// <param name="Name">The stored name.</param>
/// <param name="Fields">Its fields in order, with resolved types.</param>
public sealed record UserTypeSchema(string Keyspace, string Name, ValueList<FieldDefinition> Fields)
{
    /// <summary>A reference to the type.</summary>
    public SchemaObject Reference => new(SchemaObjectKind.Type, Keyspace, Name);

    /// <summary>The place of a field counted from 0, or -1.</summary>
    /// <param name="name">The field's stored name.</param>
    public int IndexOf(string name)
    {
        for (int i = 0; i < Fields.Count; i++)
        {
            if (Fields[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }
}
