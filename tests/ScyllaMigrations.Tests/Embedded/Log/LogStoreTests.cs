using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Embedded.Log;
using Xunit;

namespace ScyllaMigrations.Tests.Embedded.Log;

public sealed class LogStoreTests
{
    private const string Name = "demo.cql";
    private static readonly string[] Statements =
    [
        "CREATE KEYSPACE k WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1};",
        "INSERT INTO k.t (a, b)\nVALUES (1, 'ünï\n-- #3 not a record') USING TIMESTAMP 5;",
        "UPDATE k.t USING TIMESTAMP 6 SET b = 'a\r\nb \\ c' WHERE a = 1;",
        "TRUNCATE k.t;",
    ];

    [Fact]
    public void Records_come_back_as_they_were_written()
    {
        FaultyDisk disk = new();
        Write(disk, Statements);
        Assert.Equal(Statements, Read(disk));
    }

    [Fact]
    public void One_acknowledged_statement_is_one_flush()
    {
        FaultyDisk disk = new();
        Write(disk, Statements);
        Assert.Equal(Statements.Length, disk.Flushes);
        Assert.Equal(1, disk.DirectoryFlushes);
    }

    [Fact]
    public void The_file_is_readable_text_with_one_comment_line_a_record()
    {
        FaultyDisk disk = new();
        LogStore store = new(disk, Name, Name);
        store.Append(1_763_900_000_123_456, "TRUNCATE k.t;");
        string text = Encoding.UTF8.GetString(disk.Read(Name));
        Assert.Matches("^-- ScyllaMigrations embedded cluster, format 1, dialect cassandra-5.0\n-- #1 2025-11-23T12:13:20.123456Z 13 [0-9a-f]{8} [0-9a-f]{8}\nTRUNCATE k.t;\n$", text);
    }

    [Fact]
    public void Converted_line_ends_and_a_byte_order_mark_change_nothing()
    {
        FaultyDisk disk = new();
        Write(disk, Statements);
        string text = Encoding.UTF8.GetString(disk.Read(Name)).Replace("\n", "\r\n", StringComparison.Ordinal);
        disk.Put(Name, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)]);
        Assert.Equal(Statements, Read(disk));
        Write(disk, ["TRUNCATE k.u;"]);
        Assert.Equal([.. Statements, "TRUNCATE k.u;"], Read(disk));
    }

    [Fact]
    public void A_missing_last_line_end_is_mended_by_the_next_write()
    {
        FaultyDisk disk = new();
        Write(disk, Statements);
        disk.Put(Name, disk.Read(Name)[..^1]);
        Write(disk, ["TRUNCATE k.u;"]);
        Assert.Equal([.. Statements, "TRUNCATE k.u;"], Read(disk));
    }

    [Fact]
    public void Cut_at_any_byte_it_opens_with_every_acknowledged_record()
    {
        FaultyDisk whole = new();
        Write(whole, Statements);
        byte[] bytes = whole.Read(Name);
        List<long> ends = EndsOfRecords();
        for (int length = 0; length <= bytes.Length; length++)
        {
            FaultyDisk disk = new();
            disk.Put(Name, bytes[..length]);
            List<string> read = Read(disk);
            int acknowledged = ends.Count(e => e <= length);
            Assert.InRange(read.Count, acknowledged, acknowledged + 1);
            Assert.Equal(Statements.Take(read.Count), read);

            Write(disk, ["TRUNCATE k.after;"]);
            Assert.Equal([.. read, "TRUNCATE k.after;"], Read(disk));
        }
    }

    [Fact]
    public void A_torn_end_is_told_and_only_until_the_next_write()
    {
        FaultyDisk disk = new();
        Write(disk, Statements);
        disk.Put(Name, disk.Read(Name)[..^4]);
        LogStore store = new(disk, Name, Name);
        store.ReadNew(out _);
        Assert.Contains("record 4", store.Warning, StringComparison.Ordinal);
        store.Append(1, "TRUNCATE k.t;");
        Assert.Null(store.Warning);
    }

    [Fact]
    public void Failing_at_any_byte_says_ambiguous_and_keeps_every_acknowledged_record()
    {
        FaultyDisk whole = new();
        Write(whole, Statements);
        int total = whole.Read(Name).Length;
        for (int bytes = 0; bytes < total; bytes++)
        {
            FaultyDisk disk = new() { BytesUntilFailure = bytes };
            int acknowledged = 0;
            Assert.Throws<AmbiguousRequestException>(() => Write(disk, Statements, () => acknowledged++));
            foreach (FaultyDisk after in new[] { disk.AfterCrash(), disk.AfterPowerCut() })
            {
                List<string> read = Read(after);
                Assert.InRange(read.Count, acknowledged, acknowledged + 1);
                Assert.Equal(Statements.Take(read.Count), read);
            }
        }
    }

    [Fact]
    public void Failing_at_any_operation_keeps_every_acknowledged_record()
    {
        for (int operations = 0; operations < 30; operations++)
        {
            FaultyDisk disk = new() { OperationsUntilFailure = operations };
            int acknowledged = 0;
            try
            {
                Write(disk, Statements, () => acknowledged++);
            }
            catch (MigrationException)
            {
                // Expected until there are enough operations.
            }

            Assert.InRange(Read(disk.AfterCrash()).Count, acknowledged, acknowledged + 1);
            Assert.InRange(Read(disk.AfterPowerCut()).Count, acknowledged, acknowledged + 1);
        }
    }

    [Fact]
    public void Changed_at_any_byte_it_is_refused_or_reads_the_same()
    {
        FaultyDisk whole = new();
        Write(whole, Statements);
        byte[] bytes = whole.Read(Name);
        for (int at = 0; at < bytes.Length; at++)
        {
            byte[] damaged = [.. bytes];
            damaged[at] ^= 0x15;
            FaultyDisk disk = new();
            disk.Put(Name, damaged);
            try
            {
                List<string> read = Read(disk);
                Assert.True(
                    read.SequenceEqual(Statements) || (at == bytes.Length - 1 && read.Count >= Statements.Length - 1),
                    $"byte {at} changed what is read");
            }
            catch (MigrationException error)
            {
                Assert.Equal(ErrorCodes.EmbeddedFileInvalid, error.Code);
                Assert.StartsWith(Name + ":", error.Message, StringComparison.Ordinal);
            }

            Assert.Equal(damaged, disk.Read(Name));
        }
    }

    [Fact]
    public void Zeros_where_a_record_should_be_are_a_torn_end()
    {
        FaultyDisk disk = new();
        Write(disk, Statements);
        disk.Put(Name, [.. disk.Read(Name), .. new byte[50]]);
        Assert.Equal(Statements, Read(disk));
    }

    [Fact]
    public void Damage_names_file_and_line()
    {
        FaultyDisk disk = new();
        Write(disk, Statements);
        string text = Encoding.UTF8.GetString(disk.Read(Name)).Replace("USING TIMESTAMP 5", "USING TIMESTAMP 4", StringComparison.Ordinal);
        disk.Put(Name, Encoding.UTF8.GetBytes(text));
        MigrationException error = Assert.Throws<MigrationException>(() => Read(disk));
        Assert.Equal("demo.cql:5: record 2 does not match its checksum.", error.Message);
    }

    [Fact]
    public void A_missing_record_is_damage()
    {
        FaultyDisk disk = new();
        Write(disk, Statements);
        string[] lines = Encoding.UTF8.GetString(disk.Read(Name)).Split('\n');
        disk.Put(Name, Encoding.UTF8.GetBytes(string.Join('\n', lines.Where((_, i) => i is not 1 and not 2))));
        MigrationException error = Assert.Throws<MigrationException>(() => Read(disk));
        Assert.Equal("demo.cql:2: record 2 follows where record 1 is expected.", error.Message);
    }

    [Theory]
    [InlineData("CREATE TABLE t (a int PRIMARY KEY);\n", "demo.cql:1: this is not the file of an embedded cluster.")]
    [InlineData("-- ScyllaMigrations embedded cluster, format 2\n", "demo.cql:1: the file has format 2, this program reads format 1.")]
    public void Other_files_are_refused(string content, string message)
    {
        FaultyDisk disk = new();
        disk.Put(Name, Encoding.UTF8.GetBytes(content));
        Assert.Equal(message, Assert.Throws<MigrationException>(() => Read(disk)).Message);
    }

    [Fact]
    public void A_reader_sees_what_another_appended()
    {
        FaultyDisk disk = new();
        LogStore reader = new(disk, Name, Name);
        Assert.Empty(reader.ReadNew(out bool reset));
        Assert.False(reset);
        Write(disk, Statements.Take(2));
        Assert.Equal(2, reader.ReadNew(out reset).Count);
        Assert.False(reset);
        Write(disk, Statements.Skip(2));
        Assert.Equal(Statements.Skip(2), reader.ReadNew(out reset).Select(r => r.Text));
        Assert.False(reset);
        Assert.Empty(reader.ReadNew(out _));
    }

    private static void Write(FaultyDisk disk, IEnumerable<string> statements, Action? acknowledged = null)
    {
        LogStore store = new(disk, Name, Name);
        store.ReadNew(out _);
        foreach (string statement in statements)
        {
            store.Append(1_000_000 * store.NextNumber, statement);
            acknowledged?.Invoke();
        }
    }

    private static List<string> Read(FaultyDisk disk) => [.. new LogStore(disk, Name, Name).ReadNew(out _).Select(r => r.Text)];

    private static List<long> EndsOfRecords()
    {
        FaultyDisk disk = new();
        List<long> ends = [];
        Write(disk, Statements, () => ends.Add(disk.Read(Name).Length));
        return ends;
    }
}
