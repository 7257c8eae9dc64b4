using System;
using System.Collections.Generic;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Cql.Syntax;
using ScyllaMigrations.Embedded.Log;

namespace ScyllaMigrations.Embedded.Execution;

/// <summary>Applies records of a log to a state.</summary>
internal static class Replay
{
    /// <exception cref="Diagnostics.MigrationException">EmbeddedFileInvalid: a record does not fit the state; file and line are named.</exception>
    public static void Apply(Database database, string path, IReadOnlyList<LogRecord> records)
    {
        foreach (LogRecord record in records)
        {
            CqlScript script = CqlParser.Parse(new SourceText(path, record.Text), database.Dialect);
            string? keyspace = null;
            foreach (ParsedStatement parsed in script.Statements)
            {
                int line = record.Line + script.Source.GetPosition(parsed.Span.Start).Line - 1;
                if (parsed.Statement is not { } statement)
                {
                    throw LogErrors.Invalid(path, line, $"record {record.Number} is no CQL: {script.Diagnostics[0].Message}");
                }

                try
                {
                    StatementExecutor executor = new(database, keyspace, NoIds.Instance, record.TimestampMicros, record.TimestampMicros);
                    executor.Execute(statement).Apply?.Invoke();
                    keyspace = executor.CurrentKeyspace;
                }
                catch (CqlServerException error)
                {
                    throw LogErrors.Invalid(path, line, $"record {record.Number} does not fit what stands before it: {error.Message}", error);
                }
            }
        }
    }

    // A log holds every identifier that was drawn, so a replay never draws one.
    private sealed class NoIds : IIdSource
    {
        public static readonly NoIds Instance = new();

        public Guid NewId() => throw new InvalidOperationException("A record of the log lacks an identifier.");
    }
}
