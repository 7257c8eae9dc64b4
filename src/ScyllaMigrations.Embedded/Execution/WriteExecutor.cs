using System;
using System.Linq;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Embedded.Evaluation;
using ScyllaMigrations.Embedded.Rows;
using ScyllaMigrations.Embedded.Values;
using ScyllaMigrations.Embedded.Writing;

namespace ScyllaMigrations.Embedded.Execution;

/// <summary>INSERT, UPDATE, DELETE and BATCH.</summary>
internal sealed class WriteExecutor(
    Database database, Func<QualifiedName, TableModel> resolve, Func<string?, TermEvaluator> evaluatorOf, long timestamp)
{
    public Effect Execute(DmlStatement statement)
    {
        Modification modification = Build(statement, timestamp);
        if (modification.Condition is not { } condition)
        {
            return new Effect(CqlResult.Empty, CqlWriter.Write(modification.Logged) + ";", () => database.Applier.Apply(database.DataOf, modification.Changes));
        }

        ConditionAnswer answer = new(evaluatorOf(condition.Table.Keyspace), database.DataOf(condition.Table));
        return answer.Decide([condition], isBatch: false) is { } refused
            ? new Effect(refused)
            : new Effect(ConditionAnswer.Applied, CqlWriter.Write(modification.Logged) + ";", () => database.Applier.Apply(database.DataOf, modification.Changes));
    }

    public Effect Execute(BatchStatement batch)
    {
        bool conditional = batch.Statements.Any(IsConditional);
        Check(batch, conditional);
        long time = batch.Using.Timestamp is { } given
            ? Wire.ReadInt64(evaluatorOf(null).Evaluate(given, CodecFactory.Native(NativeTypeKind.Bigint), "[timestamp]") ?? Wire.Int64(timestamp), 0)
            : timestamp;
        Modification[] modifications = [.. batch.Statements.Select(s => Build(s, time))];
        RefuseMixtures(batch, modifications);
        if (modifications.Length == 0)
        {
            return new Effect(CqlResult.Empty);
        }

        CqlResult result = CqlResult.Empty;
        if (conditional)
        {
            PartitionChange first = modifications[0].Changes[0];
            if (Array.Exists(modifications, m => m.Table != first.Table))
            {
                throw CqlRefusal.Invalid("Batch with conditions cannot span multiple tables");
            }

            if (modifications.SelectMany(m => m.Changes).Any(c => !c.Key.Equals(first.Key)))
            {
                throw CqlRefusal.Invalid("Batch with conditions cannot span multiple partitions");
            }

            ConditionAnswer answer = new(evaluatorOf(first.Table.Keyspace), database.DataOf(first.Table));
            if (answer.Decide([.. modifications.Where(m => m.Condition is not null).Select(m => m.Condition!)], isBatch: true) is { } refused)
            {
                return new Effect(refused);
            }

            result = ConditionAnswer.Applied;
        }

        BatchStatement logged = new(
            batch.BatchKind == BatchKind.Counter ? BatchKind.Counter : BatchKind.Unlogged, UsingClause.None, modifications.Select(m => m.Logged).ToValueList());
        return new Effect(
            result, CqlWriter.Write(logged) + ";", () => database.Applier.Apply(database.DataOf, modifications.SelectMany(m => m.Changes)));
    }

    private Modification Build(DmlStatement statement, long time)
    {
        switch (statement)
        {
            case InsertStatement insert:
                TableModel into = resolve(insert.Table);
                return new InsertBuilder(evaluatorOf(into.Keyspace), into, time).Build(insert);
            case InsertJsonStatement insert:
                TableModel intoJson = resolve(insert.Table);
                return new InsertBuilder(evaluatorOf(intoJson.Keyspace), intoJson, time).Build(insert);
            case UpdateStatement update:
                TableModel updated = resolve(update.Table);
                return new UpdateBuilder(evaluatorOf(updated.Keyspace), updated, database.DataOf(updated), time).Build(update);
            case DeleteStatement delete:
                TableModel from = resolve(delete.Table);
                return new DeleteBuilder(evaluatorOf(from.Keyspace), from, database.DataOf(from), time).Build(delete);
            default:
                throw CqlRefusal.NotSupported(statement.Kind);
        }
    }

    private static bool IsConditional(DmlStatement statement) => statement switch
    {
        InsertStatement insert => insert.IfNotExists,
        InsertJsonStatement insert => insert.IfNotExists,
        UpdateStatement update => update.IfExists || update.Conditions.Count > 0,
        DeleteStatement delete => delete.IfExists || delete.Conditions.Count > 0,
        _ => false,
    };

    private static void Check(BatchStatement batch, bool conditional)
    {
        if (batch.Using.TimeToLive is not null)
        {
            throw CqlRefusal.Invalid("Global TTL on the BATCH statement is not supported.");
        }

        if (batch.Using.Timestamp is null)
        {
            return;
        }

        if (conditional)
        {
            throw CqlRefusal.Invalid("Cannot provide custom timestamp for conditional BATCH");
        }

        if (batch.BatchKind == BatchKind.Counter)
        {
            throw CqlRefusal.Invalid("Cannot provide custom timestamp for counter BATCH");
        }

        if (batch.Statements.Any(s => TimestampOf(s) is not null))
        {
            throw CqlRefusal.Invalid("Timestamp must be set either on BATCH or individual statements");
        }
    }

    private static Term? TimestampOf(DmlStatement statement) => statement switch
    {
        InsertStatement insert => insert.Using.Timestamp,
        InsertJsonStatement insert => insert.Using.Timestamp,
        UpdateStatement update => update.Using.Timestamp,
        DeleteStatement delete => delete.Using.Timestamp,
        _ => null,
    };

    private static void RefuseMixtures(BatchStatement batch, Modification[] modifications)
    {
        bool counters = Array.Exists(modifications, m => m.Table.Schema.IsCounter);
        bool others = Array.Exists(modifications, m => !m.Table.Schema.IsCounter);
        if (batch.BatchKind == BatchKind.Counter && others)
        {
            throw CqlRefusal.Invalid("Cannot include non-counter statement in a counter batch");
        }

        if (batch.BatchKind == BatchKind.Logged && counters)
        {
            throw CqlRefusal.Invalid("Cannot include a counter statement in a logged batch");
        }

        if (counters && others)
        {
            throw CqlRefusal.Invalid("Counter and non-counter mutations cannot exist in the same batch");
        }
    }
}
