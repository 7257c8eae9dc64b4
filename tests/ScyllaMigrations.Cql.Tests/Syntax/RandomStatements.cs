using System;
using System.Globalization;
using System.Linq;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Cql.Tests.Syntax;

/// <summary>Makes statements that a dialect can express, the same ones for the same seed.</summary>
internal sealed class RandomStatements(Random random, CqlDialect dialect)
{
    private static readonly string[] Words =
        ["a", "b2", "order", "Key", "key", "default", "with \"quotes\"", "1st", "ann", "json", "values", "ttl", "text", "é", "compact", "list"];

    private readonly RandomTerms _terms = new(random, dialect);

    public CqlStatement Next() => random.Next(20) switch
    {
        0 => new CreateKeyspaceStatement(Name(), Coin(), Some(1, Property, p => p.Name)),
        1 => new AlterKeyspaceStatement(Name(), CassandraCoin(), Some(1, Property, p => p.Name)),
        2 or 3 or 4 => CreateTable(),
        5 or 6 => new AlterTableStatement(Qualified(), CassandraCoin(), Action()),
        7 => new CreateTypeStatement(Qualified(), Coin(), Some(1, () => new FieldDefinition(Name(), _terms.Type()))),
        8 => new AlterTypeStatement(Qualified(), CassandraCoin(), TypeAction()),
        9 => CreateIndex(),
        10 => CreateView(),
        11 => new CreateFunctionStatement(
            Qualified(), dialect.IsCassandra && Coin(), Coin(), Some(0, () => new FunctionArgument(Name(), _terms.Type())), Coin(),
            _terms.Type(), "lua", Coin() ? "return 'x'" : "$$"),
        12 => new DropFunctionStatement(Qualified(), Coin() ? Some(0, _terms.Type) : null, Coin()),
        13 => new InsertStatement(Qualified(), Some(1, Name), Some(1, Term), Coin(), Using()),
        14 => Update(),
        15 => Delete(),
        16 => new BatchStatement(Pick(Enum.GetValues<BatchKind>()), Using(), Some<DmlStatement>(0, () => Coin() ? Update() : Delete())),
        17 => Select(),
        18 => new GrantPermissionStatement(Coin() ? [] : ["SELECT"], new PermissionResource(ResourceKind.Table, Name(), Name()), Name()),
        _ => new CreateRoleStatement(Name(), Coin(), new RoleOptions
        {
            Password = Coin() ? new Password("it's", Coin()) : null,
            Superuser = Coin() ? Coin() : null,
            CustomOptions = Coin() ? new MapTerm([new MapEntry(ConstantTerm.OfString("k"), ConstantTerm.OfString("v"))]) : null,
        }),
    };

    private T Pick<T>(T[] items) => items[random.Next(items.Length)];

    private bool Coin() => random.Next(2) == 0;

    private bool CassandraCoin() => dialect.IsCassandra && Coin();

    private string Name() => Pick(Words);

    private Term Term() => _terms.Next(2);

    private QualifiedName Qualified() => new(Coin() ? null : Name(), Name());

    private ValueList<T> Some<T>(int least, Func<T> make) =>
        ValueList.From(Enumerable.Range(0, least + random.Next(3)).Select(_ => make()));

    private ValueList<T> Some<T>(int least, Func<T> make, Func<T, string> key) =>
        ValueList.From(Some(least, make).GroupBy(key, StringComparer.Ordinal).Select(g => g.First()));

    private Property Property() => new(Name(), random.Next(3) switch
    {
        0 => new MapTerm(Some(0, () => new MapEntry(ConstantTerm.OfString(Name()), _terms.Constant()), e => ((ConstantTerm)e.Key).Text)),
        1 => new ConstantTerm(ConstantKind.Keyword, "ALL"),
        _ => _terms.Constant(),
    });

    private ColumnDefinition Column() => new(
        Name(),
        _terms.Type(),
        Coin(),
        CassandraCoin() ? new ColumnMask(new QualifiedName(null, "mask_inner"), Some(0, Term)) : null);

    private PrimaryKeyDefinition Key() => new(Some(1, Name), Some(0, Name));

    private ClusteringOrder Order() => new(Name(), Coin());

    private CreateTableStatement CreateTable() => new(
        Qualified(), Coin(), Some(1, Column), Some(0, Key), Some(0, Property, p => p.Name), Some(0, Order), Coin());

    private AlterTableAction Action() => random.Next(6) switch
    {
        0 => new AddColumns(Some(1, Column), CassandraCoin()),
        1 => new DropColumns(Some(1, Name), CassandraCoin(), Coin() ? _terms.Integer() : null),
        2 => new RenameColumns(Some(1, () => new Rename(Name(), Name())), CassandraCoin()),
        3 => new AlterColumnType(Name(), _terms.Type()),
        4 => dialect.IsCassandra ? new MaskColumn(Name(), null, Coin()) : new SetRowTimeToLive(Coin() ? null : Name()),
        _ => new SetTableOptions(Some(1, Property, p => p.Name)),
    };

    private AlterTypeAction TypeAction() => random.Next(3) switch
    {
        0 => new AddField(new FieldDefinition(Name(), _terms.Type()), CassandraCoin()),
        1 => new AlterFieldType(Name(), _terms.Type()),
        _ => new RenameFields(Some(1, () => new Rename(Name(), Name())), CassandraCoin()),
    };

    private CreateIndexStatement CreateIndex() => new(
        Qualified(),
        Coin() ? null : Name(),
        Coin(),
        Some(0, () => new IndexTarget((IndexTargetKind)random.Next(5), [Name()])),
        Coin(),
        Coin() ? null : "it's",
        Some(0, Property, p => p.Name),
        dialect.IsScylla ? Some(0, Order) : []);

    private CreateMaterializedViewStatement CreateView() => new(
        Qualified(),
        Coin(),
        Some(0, () => new Selector(new ColumnTerm(Name()), Coin() ? null : Name())),
        Qualified(),
        Some(0, Relation),
        Key(),
        Some(0, Property, p => p.Name),
        Some(0, Order));

    private UsingClause Using() => new()
    {
        Timestamp = Coin() ? _terms.Integer() : null,
        TimeToLive = Coin() ? new BindMarkerTerm(Coin() ? null : Name()) : null,
        Timeout = dialect.IsScylla && Coin() ? new ConstantTerm(ConstantKind.Duration, "5s") : null,
    };

    private RelationOperator Comparison() => (RelationOperator)random.Next(6);

    private Relation Relation() => random.Next(7) switch
    {
        0 => new ColumnRelation(Name(), RelationOperator.In, new TupleTerm(Some(0, Term))),
        1 => new ColumnRelation(Name(), Pick([RelationOperator.Contains, RelationOperator.ContainsKey, RelationOperator.Like]), Term()),
        2 => new ElementRelation(Name(), Term(), Comparison(), Term()),
        3 => new TupleRelation(Some(1, Name), Comparison(), new TupleTerm(Some(1, Term))),
        4 => new TokenRelation(Some(1, Name), Comparison(), Term()),
        5 => new IsNotNullRelation(Name()),
        _ => new ColumnRelation(Name(), Comparison(), Term()),
    };

    private Condition Condition() => new(Name(), Comparison(), Term(), Coin() ? Term() : null);

    private UpdateStatement Update()
    {
        bool exists = Coin();
        return new UpdateStatement(
            Qualified(), Using(), Some(1, Assignment, a => a.Column), Some(1, Relation), exists, exists ? [] : Some(0, Condition));
    }

    private Assignment Assignment() => random.Next(6) switch
    {
        0 => new SetAssignment(Name(), Term()),
        1 => new AddAssignment(Name(), Term()),
        2 => new SubtractAssignment(Name(), Term()),
        3 => new PrependAssignment(Name(), Term()),
        4 => new ElementAssignment(Name(), Term(), Term()),
        _ => new FieldAssignment(Name(), Name(), Term()),
    };

    private DeleteStatement Delete() => new(
        Qualified(),
        Some(0, () => Coin() ? new DeleteTarget(Name()) : Coin() ? new DeleteTarget(Name(), Term()) : new DeleteTarget(Name(), null, Name())),
        new UsingClause { Timestamp = Coin() ? _terms.Integer() : null },
        Some(1, Relation),
        IfExists: false,
        Some(0, Condition));

    private SelectStatement Select() => new()
    {
        Table = Qualified(),
        Selectors = Some(0, () => new Selector(_terms.Selection(2), Coin() ? null : Name())),
        Distinct = Coin(),
        Json = Coin(),
        Where = Some(0, Relation),
        GroupBy = Some<Term>(0, () => new ColumnTerm(Name())),
        OrderBy = Some(0, () => new Ordering(new ColumnTerm(Name()), Coin(), Coin() ? null : Term())),
        PerPartitionLimit = Coin() ? _terms.Integer() : null,
        Limit = Coin() ? new BindMarkerTerm(null) : null,
        AllowFiltering = Coin(),
        BypassCache = dialect.IsScylla && Coin(),
    };
}
