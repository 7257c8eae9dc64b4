using System;
using System.Linq;
using ScyllaMigrations.Reporting;
using Xunit;

namespace ScyllaMigrations.Tests.Reporting;

public sealed class TextReportWriterTests
{
    [Fact]
    public void A_status_shows_facts_then_what_is_pending_then_the_verdict() =>
        Assert.Equal(
            """
            Cluster           embedded:demo.cql
            Path              migrations
            Keyspace          ipfs_pins
            Dialect           cassandra-5.0
            Current version   1.0.0
            Latest version    1.1.0
            Applied           1
            Pending           1
            Compatible        yes
            Schema agreement  yes
            Lease             free

            Pending  Description        Statements  Risk  File
            -------  -----------------  ----------  ----  -----------------------------
            1.1.0    enhanced metadata           4  Low   V1.1.0__enhanced_metadata.cql

            1 migration is pending.

            """,
            TextReportWriter.Write(StatusDocument.Of(Results.Status)));

    [Fact]
    public void A_run_shows_what_was_applied_and_how_long_it_took() =>
        Assert.Equal(
            """
            Applied  Description     Statements  Duration  File
            -------  --------------  ----------  --------  --------------------------
            1.0.0    initial schema          12    250 ms  V1.0.0__initial_schema.cql

            Version          none -> 1.0.0
            Statements sent  12
            Duration         1 min 15 s
            Resumed          yes, an interrupted run was finished

            warning: the clock of 10.0.0.2 runs 3 s ahead

            Applied 1 migration; the schema is at version 1.0.0.

            """,
            TextReportWriter.Write(MigrationResultDocument.Of(Results.Migrated)));

    [Fact]
    public void History_shows_who_and_when_and_that_the_chain_is_intact() =>
        Assert.Equal(
            """
            Entry  Action   Version  Description     At                    Duration  By           Chain
            -----  -------  -------  --------------  --------------------  --------  -----------  -----
                2  Applied  1.0.0    initial schema  2026-03-01 12:00:00Z    250 ms  kim@build-1  ok

            1 entry, chain of hashes intact.

            """,
            TextReportWriter.Write(HistoryDocument.Of([Results.Entry])));

    [Fact]
    public void A_broken_chain_is_told_with_its_entry() =>
        Assert.Contains(
            "The chain of hashes is broken from entry 2 on",
            TextReportWriter.Write(HistoryDocument.Of([Results.Entry with { ChainIntact = false }])),
            StringComparison.Ordinal);

    [Fact]
    public void A_validation_shows_each_difference_and_each_check() =>
        Assert.Equal(
            """
            Cluster   embedded:demo.cql
            Keyspace  ipfs_pins
            Version   1.1.0
            Duration  13 ms

            Difference  Object                 Expected               Actual
            ----------  ---------------------  ---------------------  ------
            Missing     table partition_stats  table partition_stats

            Check                  Version  Result  Message
            ---------------------  -------  ------  -------
            V1.1.0__x.check.cql:3  1.1.0    passed  1 row

            schema validation failed: missing table partition_stats

            """,
            TextReportWriter.Write(ValidationDocument.Of(Results.Invalid)));

    [Fact]
    public void Health_shows_each_check_with_its_reason_and_what_to_do() =>
        Assert.Equal(
            """
            Cluster   embedded:demo.cql
            Path      migrations
            Keyspace  ipfs_pins
            Status    Degraded

            Check    Status    Reason                  What to do
            -------  --------  ----------------------  ---------------------
            version  Degraded  1 migration is pending  migration-cli migrate
            lease    Healthy   free

            1 migration is pending

            """,
            TextReportWriter.Write(HealthDocument.Of(Results.Degraded)));

    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(120)]
    public void A_table_keeps_to_the_width_of_the_page(int width)
    {
        string text = TextReportWriter.Write(
            RecommendationsDocument.Of([Results.Recommendation with { Why = string.Join(' ', Enumerable.Repeat("because", 40)) }]), width);
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, width));
        Assert.Equal(40, text.Split("because").Length - 1);
    }

    [Fact]
    public void A_word_longer_than_its_column_is_cut_and_nothing_of_it_is_lost()
    {
        string word = new('x', 300);
        string text = TextReportWriter.Write(RecommendationsDocument.Of([Results.Recommendation with { Why = word }]), 80);
        Assert.Equal(300, text.Count(character => character == 'x'));
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public void Lines_carry_no_trailing_blanks_and_end_with_a_line_feed()
    {
        string text = TextReportWriter.Write(ValidationDocument.Of(Results.Invalid));
        Assert.DoesNotContain(" \n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
    }
}
