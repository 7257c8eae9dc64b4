namespace ScyllaMigrations.Cql.Syntax;

internal sealed partial class StatementWriter
{
    private void Dml(DmlStatement statement)
    {
        switch (statement)
        {
            case InsertStatement s:
                Text("INSERT INTO ").Name(s.Table).Text(" (").Names(s.Columns).Text(") VALUES (");
                List(s.Values, v => Term(v)).Text(")").If(s.IfNotExists, " IF NOT EXISTS").Using(s.Using);
                break;
            case InsertJsonStatement s:
                Text("INSERT INTO ").Name(s.Table).Text(" JSON ").Term(s.Json);
                If(s.Default == JsonDefault.Null, " DEFAULT NULL").If(s.Default == JsonDefault.Unset, " DEFAULT UNSET");
                If(s.IfNotExists, " IF NOT EXISTS").Using(s.Using);
                break;
            case UpdateStatement s:
                Text("UPDATE ").Name(s.Table).Using(s.Using).Text(" SET ").List(s.Assignments, Assignment);
                Where(s.Where).Conditions(s.IfExists, s.Conditions);
                break;
            case DeleteStatement s:
                Text("DELETE ").List(s.Targets, Target).If(s.Targets.Count > 0, " ").Text("FROM ").Name(s.Table).Using(s.Using);
                Where(s.Where).Conditions(s.IfExists, s.Conditions).If(s.BypassLargeDataGuardrails, " BYPASS LARGE_DATA_GUARDRAILS");
                break;
            case TruncateStatement s: Text("TRUNCATE TABLE ").Name(s.Table).Using(s.Using); break;
            case BatchStatement s: Batch(s); break;
            default: throw Unknown(statement);
        }
    }

    private void Batch(BatchStatement batch)
    {
        Text("BEGIN ").If(batch.BatchKind == BatchKind.Unlogged, "UNLOGGED ").If(batch.BatchKind == BatchKind.Counter, "COUNTER ");
        Text("BATCH").Using(batch.Using).Text(" ");
        foreach (DmlStatement statement in batch.Statements)
        {
            Statement(statement);
            Text("; ");
        }

        Text("APPLY BATCH");
    }

    private void Assignment(Assignment assignment)
    {
        switch (assignment)
        {
            case SetAssignment a: Name(a.Column).Text(" = ").Term(a.Value); break;
            case AddAssignment a: Name(a.Column).Text(" = ").Name(a.Column).Text(" + ").Term(a.Value); break;
            case SubtractAssignment a: Name(a.Column).Text(" = ").Name(a.Column).Text(" - ").Term(a.Value); break;
            case PrependAssignment a: Name(a.Column).Text(" = ").Term(a.Value).Text(" + ").Name(a.Column); break;
            case ElementAssignment a: Name(a.Column).Text("[").Term(a.Key).Text("] = ").Term(a.Value); break;
            case FieldAssignment a: Name(a.Column).Text(".").Name(a.Field).Text(" = ").Term(a.Value); break;
            default: throw Unknown(assignment);
        }
    }

    private void Target(DeleteTarget target) => Place(target.Column, target.Element, target.Field);

    private StatementWriter Place(string column, Term? element, string? field)
    {
        Name(column);
        if (element is not null)
        {
            Text("[").Term(element).Text("]");
        }

        return field is null ? this : Text(".").Name(field);
    }

    private StatementWriter Conditions(bool ifExists, ValueList<Condition> conditions)
    {
        If(ifExists, " IF EXISTS");
        return conditions.Count == 0
            ? this
            : Text(" IF ").List(conditions, c => Place(c.Column, c.Element, c.Field).Compare(c.Operator, c.Value), " AND ");
    }

    private StatementWriter Using(UsingClause clause)
    {
        string before = " USING ";
        Part("TIMESTAMP ", clause.Timestamp, ref before);
        Part("TTL ", clause.TimeToLive, ref before);
        Part("TIMEOUT ", clause.Timeout, ref before);
        Part("CONCURRENCY ", clause.Concurrency, ref before);
        return clause.ServiceLevel is null ? this : Text(before).Text("SERVICE LEVEL ").RoleName(clause.ServiceLevel);
    }

    private void Part(string word, Term? value, ref string before)
    {
        if (value is not null)
        {
            Text(before).Text(word).Term(value);
            before = " AND ";
        }
    }
}
