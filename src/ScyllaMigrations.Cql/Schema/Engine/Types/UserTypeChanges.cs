using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>ALTER TYPE … ADD, RENAME and ALTER.</summary>
internal static class UserTypeChanges
{
    /// <summary>The type with a field more; null when IF NOT EXISTS makes it nothing.</summary>
    public static UserTypeSchema? Add(StatementRun run, KeyspaceSchema keyspace, UserTypeSchema type, AddField add)
    {
        FieldDefinition field = add.Field;
        string name = keyspace.Name + "." + type.Name;
        TypeStatementRules.CheckField(field.Type, run);
        if (type.IndexOf(field.Name) >= 0)
        {
            return add.IfNotExists
                ? null
                : throw Refusal.Invalid(
                    $"Cannot add field {field.Name} to type {name}: a field with name {field.Name} already exists", field.Name);
        }

        CqlType resolved = TypeRules.Resolve(field.Type, keyspace, run);
        if (TypeRules.References(resolved, type.Name, keyspace))
        {
            throw Refusal.Invalid(
                $"Cannot add new field {field.Name} of type {Qualified(resolved, keyspace.Name)} to user type {name} as it would create a circular reference",
                field.Name);
        }

        UserTypeUses.RefuseAddInPartitionKey(keyspace, type.Name, field.Name, resolved, run);
        return type with { Fields = ValueList.From(type.Fields.Append(new FieldDefinition(field.Name, resolved))) };
    }

    public static UserTypeSchema Rename(StatementRun run, UserTypeSchema type, RenameFields rename)
    {
        List<FieldDefinition> fields = [.. type.Fields];
        foreach (Rename step in rename.Renames)
        {
            int place = type.IndexOf(step.From);
            if (place < 0)
            {
                if (rename.IfExists)
                {
                    continue;
                }

                throw Refusal.Invalid(
                    run.IsScylla
                        ? $"Unknown field {step.From} in type {type.Name}"
                        : $"Unkown field {step.From} in user type {type.Keyspace}.{type.Name}",
                    step.From);
            }

            fields[place] = fields[place] with { Name = step.To };
        }

        HashSet<string> names = new(System.StringComparer.Ordinal);
        foreach (FieldDefinition field in fields)
        {
            if (!names.Add(field.Name))
            {
                throw Refusal.Invalid($"Duplicate field name {field.Name} in type {(run.IsScylla ? type.Name : type.Keyspace)}", field.Name);
            }
        }

        return type with { Fields = ValueList.From(fields) };
    }

    public static UserTypeSchema Alter(StatementRun run, KeyspaceSchema keyspace, UserTypeSchema type, AlterFieldType alter)
    {
        if (!run.IsScylla)
        {
            throw Refusal.Invalid("Altering field types is no longer supported", alter.Field);
        }

        int place = type.IndexOf(alter.Field);
        if (place < 0)
        {
            throw Refusal.Invalid($"Unknown field {alter.Field} in type {type.Name}", alter.Field);
        }

        CqlType resolved = TypeRules.Resolve(alter.Type, keyspace, run);
        if (!TypeCompatibility.CanAlter(type.Fields[place].Type, resolved))
        {
            throw Refusal.Invalid(
                $"Type {type.Fields[place].Type.CqlName} is not compatible with previous type {resolved.CqlName} for field {alter.Field} in user type {type.Name}",
                alter.Field);
        }

        List<FieldDefinition> fields = [.. type.Fields];
        fields[place] = fields[place] with { Type = resolved };
        return type with { Fields = ValueList.From(fields) };
    }

    private static string Qualified(CqlType type, string keyspace) => type is UserType user ? (user with { Keyspace = keyspace }).CqlName : type.CqlName;
}
