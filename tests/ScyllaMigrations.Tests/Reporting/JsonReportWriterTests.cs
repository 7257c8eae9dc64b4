using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Execution;
using ScyllaMigrations.Reporting;
using Xunit;

namespace ScyllaMigrations.Tests.Reporting;

public sealed class JsonReportWriterTests
{
    [Fact]
    public void A_status_has_the_names_of_its_properties_in_camel_case_and_keeps_nulls() =>
        Assert.Equal(
            """
            {
              "cluster": "embedded:demo.cql",
              "path": "migrations",
              "keyspace": "ipfs_pins",
              "dialect": "cassandra-5.0",
              "currentVersion": "1.0.0",
              "latestVersion": "1.1.0",
              "minimumVersion": null,
              "migrationsNeeded": true,
              "pendingCount": 1,
              "pending": [
                {
                  "version": "1.1.0",
                  "description": "enhanced metadata",
                  "path": "V1.1.0__enhanced_metadata.cql",
                  "statementCount": 4,
                  "risk": "Low"
                }
              ],
              "appliedCount": 1,
              "compatible": true,
              "message": "1 migration is pending.",
              "schemaAgreement": true,
              "leaseHolder": null,
              "checkedAt": "2026-03-01T12:00:00Z"
            }

            """,
            JsonReportWriter.Write(Results.Status));

    [Fact]
    public void A_list_is_an_array()
    {
        using JsonDocument document = JsonDocument.Parse(JsonReportWriter.Write<IReadOnlyList<HistoryRecord>>([Results.Entry]));
        Assert.Equal(1, document.RootElement.GetArrayLength());
        Assert.Equal(0.25, document.RootElement[0].GetProperty("durationSeconds").GetDouble());
    }

    [Fact]
    public void An_error_carries_its_code_exit_code_remedy_and_findings()
    {
        MigrationException error = new(
            ErrorCodes.MigrationsInvalid,
            "1 migration is not valid",
            [new Finding("CqlSyntax", FindingSeverity.Error, "expected ';'") { File = "V1__a.cql", Line = 3, Column = 5, LineText = "x < 'y'" }])
        {
            Subject = "V1__a.cql",
        };
        Assert.Equal(
            """
            {
              "error": {
                "code": "MigrationsInvalid",
                "exitCode": 10,
                "message": "1 migration is not valid",
                "remedy": "Correct the files named above. Nothing was sent.",
                "subject": "V1__a.cql",
                "findings": [
                  {
                    "id": "CqlSyntax",
                    "severity": "Error",
                    "message": "expected ';'",
                    "file": "V1__a.cql",
                    "line": 3,
                    "column": 5,
                    "lineText": "x < 'y'",
                    "remedy": null
                  }
                ]
              }
            }

            """,
            JsonReportWriter.Write(ErrorReport.Of(error)));
    }

    [Fact]
    public void Every_result_that_can_be_written_is_flat_enough_for_a_pipeline()
    {
        foreach (string json in new[]
        {
            JsonReportWriter.Write(Results.Migrated), JsonReportWriter.Write(Results.Invalid), JsonReportWriter.Write(Results.Degraded),
        })
        {
            using JsonDocument document = JsonDocument.Parse(json);
            Assert.InRange(Depth(document.RootElement), 2, 3);
        }
    }

    [Fact]
    public void What_is_no_result_is_refused() =>
        Assert.Throws<NotSupportedException>(() => JsonReportWriter.Write(new Version(1, 0)));

    private static int Depth(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => 1 + element.EnumerateObject().Select(property => Depth(property.Value)).DefaultIfEmpty(0).Max(),
        JsonValueKind.Array => element.EnumerateArray().Select(Depth).DefaultIfEmpty(0).Max(),
        _ => 0,
    };
}
