using System;
using System.Linq;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Reporting;
using Xunit;

namespace ScyllaMigrations.Tests.Reporting;

public sealed class ErrorTextTests
{
    private static readonly Finding Fault = new("CqlSyntax", FindingSeverity.Error, "expected a type")
    {
        File = "V1.0.0__a.cql",
        Line = 2,
        Column = 4,
        LineText = "id )",
    };

    [Fact]
    public void An_error_shows_its_id_its_findings_with_a_caret_and_what_to_do() =>
        Assert.Equal(
            """
            error MigrationsInvalid: 1 migration is not valid
            V1.0.0__a.cql:2:4: error CqlSyntax: expected a type
              id )
                 ^
            Correct the files named above. Nothing was sent.

            """,
            ErrorText.Write(new MigrationException(ErrorCodes.MigrationsInvalid, "1 migration is not valid", [Fault])));

    [Fact]
    public void A_finding_that_the_message_shows_already_is_not_shown_twice()
    {
        string text = ErrorText.Write(new MigrationException(ErrorCodes.ConfigurationInvalid, Fault.ToString(), [Fault]));
        Assert.Single(text.Split("expected a type").Skip(1));
    }

    [Fact]
    public void A_remedy_that_the_message_has_already_is_not_shown_twice() =>
        Assert.Equal(
            $"error SchemaInvalid: schema validation failed: missing table t\n{ErrorCodes.SchemaInvalid.Remedy}\n",
            ErrorText.Write(new MigrationException(ErrorCodes.SchemaInvalid, $"schema validation failed: missing table t\n{ErrorCodes.SchemaInvalid.Remedy}")));

    [Fact]
    public void After_fifty_findings_the_rest_is_counted()
    {
        string text = ErrorText.Write(new MigrationException(ErrorCodes.MigrationsInvalid, "bad", [.. Enumerable.Range(1, 60).Select(line => Fault with { Line = line })]));
        Assert.Equal(50, text.Split("expected a type").Length - 1);
        Assert.Contains("and 10 more findings", text, StringComparison.Ordinal);
    }
}
