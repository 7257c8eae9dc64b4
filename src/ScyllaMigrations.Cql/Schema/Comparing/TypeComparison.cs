using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>Differences of one user type: fields can be added at the end and renamed, never taken away.</summary>
internal sealed class TypeComparison(UserTypeSchema from, UserTypeSchema to, ObjectStatements objects, CqlDialect dialect)
{
    public IEnumerable<SchemaDifference> Run()
    {
        QualifiedName name = objects.Name(to.Keyspace, to.Name);
        List<Rename> renames = [];
        for (int i = 0; i < to.Fields.Count; i++)
        {
            FieldDefinition wanted = to.Fields[i];
            if (i >= from.Fields.Count)
            {
                yield return Changed($"field {wanted.Name}: missing, expected {wanted.Type.CqlName}", new AddField(wanted), name);
                continue;
            }

            FieldDefinition present = from.Fields[i];
            if (present.Name != wanted.Name)
            {
                renames.Add(new Rename(present.Name, wanted.Name));
            }

            if (present.Type != wanted.Type)
            {
                bool alterable = dialect.IsScylla && TypeCompatibility.CanAlter(present.Type, wanted.Type);
                yield return Changed(
                    $"field {wanted.Name}: {present.Type.CqlName}, expected {wanted.Type.CqlName}",
                    alterable ? new AlterFieldType(present.Name, wanted.Type) : null,
                    name);
            }
        }

        if (renames.Count > 0)
        {
            yield return Changed(
                "fields named " + string.Join(", ", renames.Select(r => $"{r.From}, expected {r.To}")), new RenameFields(ValueList.From(renames)), name);
        }

        foreach (FieldDefinition surplus in from.Fields.Skip(to.Fields.Count))
        {
            yield return Changed($"field {surplus.Name}: {surplus.Type.CqlName}, not expected", null, name);
        }
    }

    private SchemaDifference Changed(string detail, AlterTypeAction? action, QualifiedName name) => new(DifferenceKind.Changed, to.Reference, detail)
    {
        Statements = action is null
            ? ValueList<CqlStatement>.Empty
            : ValueList.Of<CqlStatement>(new AlterTypeStatement(name, IfExists: false, action)),
        Reason = action is null ? "a user type's field cannot be taken away or get this type; make another type and copy the data" : null,
    };
}
