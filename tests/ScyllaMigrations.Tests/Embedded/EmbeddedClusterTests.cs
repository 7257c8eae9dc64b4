using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Cql;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Embedded;
using ScyllaMigrations.Tests.Embedded.Log;
using Xunit;

namespace ScyllaMigrations.Tests.Embedded;

public sealed class EmbeddedClusterTests
{
    private readonly ClusterFixture _fixture = new();

    [Fact]
    public async Task What_was_written_is_there_after_opening_again()
    {
        await using (EmbeddedCluster first = await _fixture.OpenAsync("CREATE TABLE k.t (a int, b text, c map<text, int>, PRIMARY KEY (a, b))"))
        {
            await first.QueryAsync("INSERT INTO k.t (a, b, c) VALUES (?, ?, ?)", 1, "x\r\ny", new Dictionary<string, int> { ["m"] = 7 });
            await first.RunAsync("UPDATE k.t SET c = c + {'n': 8} WHERE a = 1 AND b = 'x\r\ny'");
        }

        await using EmbeddedCluster second = await _fixture.OpenAsync();
        Assert.Equal("1 x\r\ny {m: 7, n: 8}", await second.ReadAsync("SELECT * FROM k.t"));
    }

    [Fact]
    public async Task A_missing_file_is_an_empty_cluster_and_is_made_by_the_first_write_only()
    {
        await using EmbeddedCluster cluster = await _fixture.OpenAsync();
        await cluster.ReadAsync("SELECT * FROM system_schema.tables");
        Assert.False(_fixture.Disk.Has(ClusterFixture.FileName));
        await cluster.RunAsync(ClusterFixture.Keyspace);
        Assert.True(_fixture.Disk.Has(ClusterFixture.FileName));
    }

    [Fact]
    public async Task A_refused_statement_leaves_no_trace()
    {
        await using EmbeddedCluster cluster = await _fixture.OpenAsync("CREATE TABLE k.t (a int PRIMARY KEY)");
        byte[] before = _fixture.Disk.Read(ClusterFixture.FileName);
        await cluster.RefusalAsync("INSERT INTO k.t (a) VALUES ('x')");
        await cluster.RefusalAsync("CREATE TABLE k.t (a int PRIMARY KEY)");
        await cluster.RunAsync("CREATE TABLE IF NOT EXISTS k.t (a int PRIMARY KEY)");
        Assert.Equal(before, _fixture.Disk.Read(ClusterFixture.FileName));
    }

    [Fact]
    public async Task A_table_keeps_the_id_it_was_given_or_drawn()
    {
        Guid given = new("11111111-1111-4111-8111-111111111111");
        await using EmbeddedCluster cluster = await _fixture.OpenAsync("CREATE TABLE k.a (a int PRIMARY KEY)", $"CREATE TABLE k.b (a int PRIMARY KEY) WITH id = {given}");
        string ids = await cluster.ReadAsync("SELECT id FROM system_schema.tables WHERE keyspace_name = 'k'");
        Assert.EndsWith(given.ToString(), ids, StringComparison.Ordinal);
        await using EmbeddedCluster again = await _fixture.OpenAsync();
        Assert.Equal(ids, await again.ReadAsync("SELECT id FROM system_schema.tables WHERE keyspace_name = 'k'"));
    }

    [Fact]
    public async Task A_second_cluster_on_the_file_sees_what_the_first_writes()
    {
        await using EmbeddedCluster reader = await _fixture.OpenAsync();
        await using EmbeddedCluster writer = await _fixture.OpenAsync("CREATE TABLE k.t (a int PRIMARY KEY)");
        await writer.RunAsync("INSERT INTO k.t (a) VALUES (1)");
        Assert.Equal("1", await reader.ReadAsync("SELECT a FROM k.t"));
        await reader.RunAsync("INSERT INTO k.t (a) VALUES (2)");
        Assert.Equal("1; 2", await writer.ReadAsync("SELECT a FROM k.t"));
        Assert.Equal(
            (await writer.GetSchemaAgreementAsync(CancellationToken.None)).Versions.Keys, (await reader.GetSchemaAgreementAsync(CancellationToken.None)).Versions.Keys);
    }

    [Fact]
    public async Task While_one_holds_the_writer_another_can_read_but_not_write()
    {
        await using EmbeddedCluster first = await _fixture.OpenAsync("CREATE TABLE k.t (a int PRIMARY KEY)");
        await using EmbeddedCluster second = await _fixture.OpenAsync();
        await using (IAsyncDisposable held = await first.EnterWriterAsync(TimeSpan.Zero, CancellationToken.None))
        {
            await first.RunAsync("INSERT INTO k.t (a) VALUES (1)");
            Assert.Equal("1", await second.ReadAsync("SELECT a FROM k.t"));
            MigrationException error = await Assert.ThrowsAsync<MigrationException>(() => second.RunAsync("INSERT INTO k.t (a) VALUES (2)"));
            Assert.Equal(ErrorCodes.LeaseHeld, error.Code);
            await Assert.ThrowsAsync<MigrationException>(() => second.EnterWriterAsync(TimeSpan.Zero, CancellationToken.None));
        }

        await second.RunAsync("INSERT INTO k.t (a) VALUES (2)");
    }

    [Fact]
    public async Task A_damaged_file_does_not_keep_the_writer_from_being_given_back()
    {
        await using EmbeddedCluster cluster = await _fixture.OpenAsync("CREATE TABLE k.t (a int PRIMARY KEY)");
        byte[] whole = _fixture.Disk.Read(ClusterFixture.FileName);
        await using (IAsyncDisposable held = await cluster.EnterWriterAsync(TimeSpan.Zero, CancellationToken.None))
        {
            _fixture.Disk.Put(ClusterFixture.FileName, Encoding.UTF8.GetBytes("something else entirely, and longer than what stood here before" + new string('\n', 2000)));
            MigrationException error = await Assert.ThrowsAsync<MigrationException>(() => cluster.RunAsync("INSERT INTO k.t (a) VALUES (1)"));
            Assert.Equal(ErrorCodes.EmbeddedFileInvalid, error.Code);
        }

        _fixture.Disk.Put(ClusterFixture.FileName, whole);
        await using (IAsyncDisposable held = await cluster.EnterWriterAsync(TimeSpan.Zero, CancellationToken.None))
        {
            await cluster.RunAsync("INSERT INTO k.t (a) VALUES (1)");
        }

        Assert.Equal("1", await cluster.ReadAsync("SELECT a FROM k.t"));
    }

    [Fact]
    public async Task A_log_that_grew_is_compacted_when_the_writer_is_given_back()
    {
        await using EmbeddedCluster cluster = await _fixture.OpenAsync("CREATE TABLE k.t (a int PRIMARY KEY, b text)");
        await using (IAsyncDisposable held = await cluster.EnterWriterAsync(TimeSpan.Zero, CancellationToken.None))
        {
            for (int i = 0; i < 12; i++)
            {
                await cluster.QueryAsync("INSERT INTO k.t (a, b) VALUES (1, ?)", new string((char)('a' + i), 100_000));
            }
        }

        Assert.InRange(_fixture.Disk.Read(ClusterFixture.FileName).Length, 100_000, 200_000);
        await using EmbeddedCluster again = await _fixture.OpenAsync();
        Assert.Equal(new string('l', 100_000), await again.ReadAsync("SELECT b FROM k.t"));
    }

    [Fact]
    public async Task A_file_of_another_dialect_is_refused_and_without_a_wish_its_own_is_taken()
    {
        await using (EmbeddedCluster made = await EmbeddedCluster.OpenAsync(
            ClusterFixture.FilePath, new EmbeddedOptions { Directory = _fixture.Disk, Dialect = CqlDialect.ScyllaLatest }, CancellationToken.None))
        {
            await made.RunAsync("CREATE KEYSPACE k");
        }

        MigrationException error = await Assert.ThrowsAsync<MigrationException>(() => _fixture.OpenAsync());
        Assert.Equal(ErrorCodes.ConfigurationInvalid, error.Code);
        await using EmbeddedCluster taken = await EmbeddedCluster.OpenAsync(
            ClusterFixture.FilePath, new EmbeddedOptions { Directory = _fixture.Disk }, CancellationToken.None);
        Assert.Equal(CqlDialect.ScyllaLatest, taken.Capabilities.Dialect);
    }

    [Fact]
    public async Task Compacting_keeps_schema_rows_times_and_deletions()
    {
        await using EmbeddedCluster cluster = await _fixture.OpenAsync(
            "CREATE KEYSPACE gone WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}",
            "DROP KEYSPACE gone",
            "CREATE TYPE k.u (x int, y text)",
            "CREATE TABLE k.t (a int, b int, c int, s text static, v text, l list<int>, m map<int, text>, e set<int>, u u, d int, PRIMARY KEY (a, b, c)) WITH CLUSTERING ORDER BY (b DESC, c ASC)",
            "CREATE TABLE k.n (a int PRIMARY KEY, n counter)",
            "UPDATE k.n SET n = n + 5 WHERE a = 1",
            "UPDATE k.n SET n = n - 2 WHERE a = 1",
            "INSERT INTO k.t (a, b, c, s, v, l, m, e, u, d) VALUES (1, 1, 1, 's', 'v', [3, 1, 3], {1: 'x', 2: 'y'}, {2, 1}, {x: 1, y: 'z'}, 9)",
            "INSERT INTO k.t (a, b, c, v) VALUES (1, 2, 1, 'ttl') USING TTL 1000",
            "UPDATE k.t USING TIMESTAMP 5 SET v = 'old' WHERE a = 1 AND b = 9 AND c = 9",
            "UPDATE k.t SET l = [0] + l, m = m - {1}, u.y = null WHERE a = 1 AND b = 1 AND c = 1",
            "ALTER TABLE k.t DROP d",
            "INSERT INTO k.t (a, b, c) VALUES (1, 5, 5)",
            "DELETE FROM k.t WHERE a = 1 AND b = 5 AND c > 3",
            "DELETE FROM k.t WHERE a = 2");
        string[] queries =
        [
            "SELECT a, b, c, s, v, l, m, e, u, writetime(v), ttl(v) FROM k.t", "SELECT * FROM k.n", "SELECT * FROM system_schema.dropped_columns",
            "SELECT keyspace_name, table_name, id FROM system_schema.tables",
        ];
        List<string> before = [];
        foreach (string query in queries)
        {
            before.Add(await cluster.ReadAsync(query));
        }

        await cluster.CompactAsync(CancellationToken.None);
        string text = Encoding.UTF8.GetString(_fixture.Disk.Read(ClusterFixture.FileName));
        Assert.DoesNotContain("gone", text, StringComparison.Ordinal);
        await using EmbeddedCluster again = await _fixture.OpenAsync();
        for (int i = 0; i < queries.Length; i++)
        {
            Assert.Equal(before[i], await again.ReadAsync(queries[i]));
        }

        // What was deleted stays deleted for writes with an earlier time.
        await again.RunAsync("INSERT INTO k.t (a, b, c, v) VALUES (2, 1, 1, 'late') USING TIMESTAMP 1000");
        await again.RunAsync("INSERT INTO k.t (a, b, c, v) VALUES (1, 5, 4, 'late') USING TIMESTAMP 1000");
        Assert.Equal(before[0], await again.ReadAsync(queries[0]));
    }

    [Fact]
    public async Task With_every_write_cut_at_every_byte_it_opens_with_every_acknowledged_statement()
    {
        string[] statements = ["CREATE TABLE k.t (a int PRIMARY KEY, b text)", .. Enumerable.Range(0, 3).Select(i => $"INSERT INTO k.t (a, b) VALUES ({i}, 'ü')")];
        await using (await _fixture.OpenAsync(statements))
        {
        }

        int total = _fixture.Disk.Read(ClusterFixture.FileName).Length;
        for (int bytes = 0; bytes < total; bytes += 3)
        {
            ClusterFixture faulty = new() { Disk = new FaultyDisk { BytesUntilFailure = bytes } };
            int acknowledged = 0;
            await using (EmbeddedCluster cluster = await faulty.OpenAsync())
            {
                await Assert.ThrowsAsync<AmbiguousRequestException>(async () =>
                {
                    foreach (string statement in statements.Prepend(ClusterFixture.Keyspace))
                    {
                        await cluster.RunAsync(statement);
                        acknowledged++;
                    }
                });
            }

            foreach (FaultyDisk after in new[] { faulty.Disk.AfterCrash(), faulty.Disk.AfterPowerCut() })
            {
                await using EmbeddedCluster again = await new ClusterFixture { Disk = after }.OpenAsync();
                if (acknowledged >= 2)
                {
                    int rows = (await again.QueryAsync("SELECT * FROM k.t")).Rows.Count;
                    Assert.InRange(rows, acknowledged - 2, acknowledged - 1);
                }
            }
        }
    }

    [Fact]
    public async Task A_record_that_does_not_fit_names_file_and_line()
    {
        ScyllaMigrations.Embedded.Log.LogStore store = new(_fixture.Disk, ClusterFixture.FileName, "demo.cql");
        store.Append(1, ClusterFixture.Keyspace + ";");
        store.Append(2, "CREATE TYPE k.a (x int);\nINSERT INTO k.nope (a) VALUES (1);");
        MigrationException error = await Assert.ThrowsAsync<MigrationException>(() => _fixture.OpenAsync());
        Assert.Equal(ErrorCodes.EmbeddedFileInvalid, error.Code);
        Assert.Equal($"{ClusterFixture.FilePath}:6: record 2 does not fit what stands before it: table nope does not exist.", error.Message);
    }

    [Fact]
    public async Task A_real_file_and_its_folder_are_made()
    {
        string folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            string path = Path.Combine(folder, "sub", "demo.cql");
            await using (EmbeddedCluster cluster = await EmbeddedCluster.OpenAsync(path, null, CancellationToken.None))
            {
                Assert.Equal("embedded:" + path, cluster.Name);
                await cluster.RunAsync(ClusterFixture.Keyspace, "CREATE TABLE k.t (a int PRIMARY KEY)", "INSERT INTO k.t (a) VALUES (1)");
                await cluster.CompactAsync(CancellationToken.None);
            }

            await using EmbeddedCluster again = await EmbeddedCluster.OpenAsync(path, null, CancellationToken.None);
            Assert.Equal("1", await again.ReadAsync("SELECT a FROM k.t"));
            Assert.Empty(again.Warnings);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
