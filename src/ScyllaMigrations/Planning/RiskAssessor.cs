using System.Linq;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Cql.Syntax;

namespace ScyllaMigrations.Planning;

/// <summary>Judges statements by what was there before the plan: what the plan itself created cannot lose anything.</summary>
/// <param name="start">The schema before the plan's first step.</param>
/// <param name="keyspace">The keyspace of names without one.</param>
internal sealed class RiskAssessor(ClusterSchema start, string keyspace)
{
    /// <summary>Judges a statement.</summary>
    /// <param name="statement">The statement in its place.</param>
    /// <param name="kind">Its kind.</param>
    public StepAssessment Assess(SimulatedStatement statement, StepKind kind) => kind switch
    {
        StepKind.NoEffect => StepAssessment.Harmless,
        StepKind.Opaque => new StepAssessment(StepRisk.High, DataLoss.Possible, "Sent as written, not checked: nobody can say beforehand what it does."),
        StepKind.Access => StepAssessment.Careful("Changes who may do what; the schema does not prove it."),
        StepKind.Data or StepKind.UnrepeatableData => AssessData(statement, kind),
        _ => AssessSchema(statement),
    };

    private StepAssessment AssessData(SimulatedStatement statement, StepKind kind)
    {
        if (statement.Statement is not DmlStatement data)
        {
            return StepAssessment.Careful("Works on rows and is not sent twice by itself.");
        }

        if (!Existed(StatementTarget.Of(data)) && data is not BatchStatement)
        {
            return kind == StepKind.UnrepeatableData ? NotTwice(data, statement.Before) : StepAssessment.Harmless;
        }

        if (data is TruncateStatement)
        {
            return StepAssessment.Loses("Removes all rows of the table.");
        }

        bool deletes = data is DeleteStatement || (data is BatchStatement batch && batch.Statements.Any(inner => inner is DeleteStatement && Existed(StatementTarget.Of(inner))));
        if (deletes)
        {
            return StepAssessment.Loses("Deletes rows or columns of rows.");
        }

        if (kind == StepKind.UnrepeatableData)
        {
            return NotTwice(data, statement.Before);
        }

        return data is UpdateStatement or BatchStatement
            ? StepAssessment.Careful("Writes over values that rows have now.")
            : StepAssessment.Careful("Writes over a row that has the same key.");
    }

    private StepAssessment NotTwice(DmlStatement data, ClusterSchema before) =>
        StepAssessment.Careful($"Is not sent twice by itself, for {StepClassifier.WhyUnrepeatable(data, before, keyspace)}; if its answer is lost, the run stops and asks.");

    private StepAssessment AssessSchema(SimulatedStatement statement) => statement.Statement switch
    {
        DropTableStatement drop when Existed(drop.Table) => StepAssessment.Loses("Drops the table with all its rows; by default servers keep a snapshot of it on each node."),
        DropKeyspaceStatement drop when start.FindKeyspace(drop.Name) is not null => StepAssessment.Loses("Drops the keyspace with all that is in it."),
        AlterTableStatement alter when Existed(alter.Table) => AssessAlter(statement, alter),
        AlterTypeStatement { Action: AddField } => StepAssessment.Careful("A field added to a type can never be taken away again."),
        AlterTypeStatement { Action: AlterFieldType } => StepAssessment.Careful("Values written before are read with the new type."),
        AlterTypeStatement { Action: RenameFields } => new StepAssessment(StepRisk.High, DataLoss.None, "Programs that use the old names of the fields fail."),
        CreateIndexStatement index when Existed(index.Table) =>
            StepAssessment.Careful("Builds the index over all rows in the background; reads by it can fail or miss rows until it is built."),
        CreateMaterializedViewStatement view when Existed(view.BaseTable) =>
            StepAssessment.Careful("Builds the view over all rows in the background; it misses rows until it is built, and slows writes from then on."),
        DropIndexStatement drop when start.FindKeyspace(drop.Index.Keyspace ?? keyspace)?.FindIndex(drop.Index.Name) is not null =>
            new StepAssessment(StepRisk.High, DataLoss.None, "Queries that use the index fail; building it again takes time."),
        DropMaterializedViewStatement drop when start.FindKeyspace(drop.View.Keyspace ?? keyspace)?.Views.Find(drop.View.Name) is not null =>
            new StepAssessment(StepRisk.High, DataLoss.None, "Queries on the view fail; building it again takes time."),
        AlterKeyspaceStatement alter when start.FindKeyspace(alter.Name) is not null =>
            new StepAssessment(StepRisk.High, DataLoss.None, "A change of replication moves no data by itself: run repair or rebuild afterwards, or reads miss rows."),
        DropFunctionStatement or DropAggregateStatement or DropTriggerStatement => StepAssessment.Careful("Queries and writes that use it fail or change their effect."),
        _ => StepAssessment.Harmless,
    };

    private StepAssessment AssessAlter(SimulatedStatement statement, AlterTableStatement alter)
    {
        TableSchema before = Table(start, alter.Table)!;
        return alter.Action switch
        {
            DropColumns drop when drop.Columns.Any(column => before.FindColumn(column) is not null) =>
                StepAssessment.Loses("Drops the column with all its values; servers keep no snapshot for that." + (drop.Timestamp is null ? string.Empty : " USING TIMESTAMP decides which values count as dropped.")),
            AddColumns add when add.Columns.Any(column => DroppedWithTimestamp(statement, alter.Table, column.Name)) =>
                StepAssessment.MayLose("Adds a column again that was dropped USING TIMESTAMP: values older than that time stay hidden, also new ones, and younger ones come back."),
            AddColumns add when add.Columns.Any(column => Dropped(statement.Before, alter.Table, column.Name) is not null) =>
                StepAssessment.Careful("Adds a column again that was dropped before: values of before the drop stay hidden, those stamped later come back."),
            RenameColumns => new StepAssessment(StepRisk.High, DataLoss.None, "Programs that use the old name of the column fail."),
            AlterColumnType => StepAssessment.Careful("Values written before are read with the new type."),
            SetRowTimeToLive { Column: not null } => StepAssessment.MayLose("Rows whose time has passed are removed."),
            SetTableOptions options => OptionRisks.Assess(options, before, Table(statement.After, alter.Table) ?? before),
            _ => StepAssessment.Harmless,
        };
    }

    // A drop of this plan has a time only where its statement gives one; a drop that the live schema tells of has always one.
    private bool DroppedWithTimestamp(SimulatedStatement statement, QualifiedName table, string column) =>
        Dropped(statement.Before, table, column) is { DroppedTimeMicros: { } time } && Dropped(start, table, column)?.DroppedTimeMicros != time;

    private DroppedColumn? Dropped(ClusterSchema schema, QualifiedName table, string column) => Table(schema, table)?.DroppedColumns.Find(column);

    private bool Existed(QualifiedName? name) => name is not null && Table(start, name) is not null;

    private TableSchema? Table(ClusterSchema schema, QualifiedName name) => schema.FindTable(name.Keyspace ?? keyspace, name.Name);
}
