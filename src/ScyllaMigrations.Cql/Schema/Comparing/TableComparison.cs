using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Schema;

/// <summary>Differences of one table that exists on both sides; its indexes, triggers and views are compared elsewhere.</summary>
internal sealed class TableComparison(
    KeyspaceSchema keyspace, TableSchema from, TableSchema to, ObjectStatements objects, OptionNoise noise, SchemaCompareOptions options)
{
    private readonly List<SchemaDifference> _found = [];

    private QualifiedName Name => objects.Name(to.Keyspace, to.Name);

    public IEnumerable<SchemaDifference> Run()
    {
        Key();
        foreach (ColumnSchema wanted in to.Columns.Where(c => !c.IsKey))
        {
            Column(from.FindColumn(wanted.Name), wanted);
        }

        foreach (ColumnSchema surplus in from.Columns.Where(c => !c.IsKey && to.FindColumn(c.Name) is null))
        {
            Add(
                $"column {surplus.Name}: {surplus.Type.CqlName}, not expected",
                "DROP of a column loses its values, of which no snapshot is taken",
                new DropColumns(ValueList.Of(surplus.Name)));
        }

        Dropped();
        Form();
        return _found;
    }

    public static string ShowOptions(List<string> names, TableOptions present, TableOptions wanted, OptionNoise noise) =>
        string.Join("; ", names.Select(n => $"{n}: {Show(noise.Value(present, n))}, expected {Show(noise.Value(wanted, n))}"));

    public static ValueList<Property> Properties(List<string> names, TableOptions wanted, OptionNoise noise) => ValueList.From(names
        .Where(n => noise.Value(wanted, n) is not null)
        .Select(n => new Property(n, ObjectStatements.Term(n, noise.Value(wanted, n)!))));

    private static string Show(OptionValue? value) => value?.ToString() ?? "not set";

    private void Key()
    {
        List<ColumnSchema> present = [.. from.Columns.Where(c => c.IsKey)];
        List<ColumnSchema> wanted = [.. to.Columns.Where(c => c.IsKey)];
        bool sameShape = present.Count == wanted.Count
            && present.Zip(wanted, (p, w) => p with { Name = w.Name, Mask = null, Type = w.Type } == w with { Mask = null }).All(same => same);
        if (!sameShape)
        {
            Impossible(
                $"primary key: {Show(from)}, expected {Show(to)}",
                "the primary key and its order cannot be changed; make another table and copy the rows");
            return;
        }

        List<Rename> renames = [];
        for (int i = 0; i < wanted.Count; i++)
        {
            if (present[i].Type != wanted[i].Type)
            {
                TypeChange(present[i], wanted[i]);
            }

            if (present[i].Name != wanted[i].Name)
            {
                renames.Add(new Rename(present[i].Name, wanted[i].Name));
            }

            MaskChange(present[i], wanted[i]);
        }

        foreach (Rename rename in renames)
        {
            Add($"key column named {rename.From}, expected {rename.To}", null, new RenameColumns(ValueList.Of(rename)));
        }
    }

    private void Column(ColumnSchema? present, ColumnSchema wanted)
    {
        string shown = wanted.Kind == ColumnKind.Static ? wanted.Type.CqlName + " static" : wanted.Type.CqlName;
        if (present is null)
        {
            Add($"column {wanted.Name}: missing, expected {shown}", null, new AddColumns(ValueList.Of(TableStatements.Definition(wanted))));
            return;
        }

        if (present.Kind != wanted.Kind)
        {
            Impossible(
                $"column {wanted.Name}: {Kind(present.Kind)}, expected {Kind(wanted.Kind)}",
                "a column stays what it is; add one under another name and copy the values");
        }
        else if (present.Type != wanted.Type)
        {
            TypeChange(present, wanted);
        }

        MaskChange(present, wanted);
    }

    private void TypeChange(ColumnSchema present, ColumnSchema wanted)
    {
        string detail = $"column {wanted.Name}: {present.Type.CqlName}, expected {wanted.Type.CqlName}";
        AlterTableStatement alter = new(Name, IfExists: false, new AlterColumnType(present.Name, wanted.Type));
        if (Allowed(alter))
        {
            Add(detail, null, alter.Action);
            return;
        }

        Impossible(detail, "its type cannot be changed in place; add a column under another name and copy the values");
    }

    private void MaskChange(ColumnSchema present, ColumnSchema wanted)
    {
        if (present.Mask != wanted.Mask)
        {
            Add(
                $"column {wanted.Name}: {(present.Mask is null ? "not masked" : "masked")}, expected {(wanted.Mask is null ? "not masked" : "masked")}",
                null,
                new MaskColumn(wanted.Name, wanted.Mask));
        }
    }

    private void Dropped()
    {
        if (!options.CompareDroppedColumns)
        {
            return;
        }

        foreach (DroppedColumn wanted in to.DroppedColumns.Values)
        {
            DroppedColumn? present = from.DroppedColumns.Find(wanted.Name);
            if (present is not null && present.Type == wanted.Type && present.Kind == wanted.Kind)
            {
                continue;
            }

            string detail = $"dropped column {wanted.Name}: {(present is null ? "not known" : present.Type.CqlName)}, expected {wanted.Type.CqlName}";
            bool exists = from.FindColumn(wanted.Name) is not null || to.FindColumn(wanted.Name) is not null;
            if (exists || present is not null)
            {
                Impossible(detail, "the memory of a dropped column cannot be changed while a column has its name");
                continue;
            }

            ColumnDefinition column = new(wanted.Name, wanted.Type, wanted.Kind == ColumnKind.Static);
            Add(detail, null, new AddColumns(ValueList.Of(column)), new DropColumns(ValueList.Of(wanted.Name)));
        }

        foreach (DroppedColumn surplus in from.DroppedColumns.Values.Where(d => !to.DroppedColumns.ContainsKey(d.Name)))
        {
            Impossible($"dropped column {surplus.Name}: {surplus.Type.CqlName}, not expected", "servers never forget a dropped column");
        }
    }

    private void Form()
    {
        if (from.Flags != to.Flags)
        {
            Impossible($"storage: {from.Flags}, expected {to.Flags}", "the storage form of a table cannot be changed");
        }

        if (from.RowTimeToLiveColumn != to.RowTimeToLiveColumn)
        {
            Add(
                $"TTL column: {from.RowTimeToLiveColumn ?? "none"}, expected {to.RowTimeToLiveColumn ?? "none"}",
                null,
                new SetRowTimeToLive(to.RowTimeToLiveColumn));
        }

        if (options.CompareIds && from.Id is { } present && to.Id is { } wanted && present != wanted)
        {
            Impossible($"id: {present}, expected {wanted}", "a table keeps its id; it was dropped and made again");
        }

        List<string> changed = noise.Changed(from.Options, to.Options);
        if (changed.Count > 0)
        {
            Add(ShowOptions(changed, from.Options, to.Options, noise), null, new SetTableOptions(Properties(changed, to.Options, noise)));
        }
    }

    // A way that the server would refuse is no way.
    private bool Allowed(CqlStatement statement) =>
        SchemaEngine.Apply(ClusterSchema.Empty.With(keyspace), statement, new SchemaContext(options.Dialect)) is { Error: null };

    private void Add(string detail, string? loss, params AlterTableAction[] actions)
    {
        ValueList<CqlStatement> statements =
            ValueList.From(actions.Select(a => (CqlStatement)new AlterTableStatement(Name, IfExists: false, a)));
        CqlError? error = SchemaEngine.Apply(ClusterSchema.Empty.With(keyspace), statements[0], new SchemaContext(options.Dialect)).Error;
        bool blockedByOthers = error is not null && (keyspace.ViewsOf(from.Name).Any() || from.Indexes.Count > 0 || NewTypes(actions));
        _found.Add(error is null || blockedByOthers
            ? new SchemaDifference(DifferenceKind.Changed, to.Reference, detail) { Statements = statements, LosesData = loss is not null, Reason = loss }
            : new SchemaDifference(DifferenceKind.Changed, to.Reference, detail) { Reason = error.Message });
    }

    // Indexes and views that are in the way may go first, and types be made first.
    private bool NewTypes(AlterTableAction[] actions) => actions.OfType<AddColumns>()
        .SelectMany(a => a.Columns)
        .Any(c => TypeRules.UserTypes(c.Type).Any(t => !keyspace.Types.ContainsKey(t)));

    private void Impossible(string detail, string reason) =>
        _found.Add(new SchemaDifference(DifferenceKind.Changed, to.Reference, detail) { Reason = reason });

    private static string Show(TableSchema table) =>
        $"(({string.Join(", ", table.PartitionKey.Select(c => c.Name + " " + c.Type.CqlName))})"
        + string.Concat(table.ClusteringKey.Select(c => $", {c.Name} {c.Type.CqlName}{(c.Descending ? " desc" : string.Empty)}")) + ")";

    private static string Kind(ColumnKind kind) => kind switch
    {
        ColumnKind.PartitionKey => "partition key",
        ColumnKind.Clustering => "clustering key",
        ColumnKind.Static => "static",
        _ => "regular",
    };
}
