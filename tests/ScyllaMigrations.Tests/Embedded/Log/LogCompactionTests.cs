using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Embedded.Log;
using Xunit;

namespace ScyllaMigrations.Tests.Embedded.Log;

public sealed class LogCompactionTests
{
    private const string Name = "demo.cql";
    private static readonly KeyValuePair<long, string>[] State = [new(7, "CREATE TABLE k.t (a int PRIMARY KEY);")];

    [Fact]
    public void Compacting_replaces_the_records_and_a_reader_starts_again()
    {
        FaultyDisk disk = new();
        LogStore writer = Open(disk);
        writer.Append(1, "first;");
        writer.Append(2, "second;");
        LogStore reader = Open(disk);

        Assert.True(writer.Compact(State, always: true));
        LogRecord record = Assert.Single(reader.ReadNew(out bool reset));
        Assert.True(reset);
        Assert.Equal((1, 7, State[0].Value), (record.Number, record.TimestampMicros, record.Text));
        Assert.False(disk.Has(Name + ".new"));

        writer.Append(8, "third;");
        Assert.Equal("third;", Assert.Single(reader.ReadNew(out reset)).Text);
        Assert.False(reset);
    }

    [Fact]
    public void Failing_at_any_step_leaves_the_old_state_or_the_new_one()
    {
        for (int operations = 0; operations < 12; operations++)
        {
            FaultyDisk disk = new();
            LogStore writer = Open(disk);
            writer.Append(1, "first;");
            disk.OperationsUntilFailure = operations;
            writer.Compact(State, always: true);
            foreach (FaultyDisk after in new[] { disk.AfterCrash(), disk.AfterPowerCut() })
            {
                Assert.Contains(Assert.Single(Open(after, read: false).ReadNew(out _)).Text, new[] { "first;", State[0].Value });
            }
        }
    }

    [Fact]
    public void Failing_at_any_byte_leaves_the_old_state()
    {
        for (int bytes = 0; bytes < 100; bytes++)
        {
            FaultyDisk disk = new();
            LogStore writer = Open(disk);
            writer.Append(1, "first;");
            disk.BytesUntilFailure = bytes;
            Assert.False(writer.Compact(State, always: true));
            Assert.Equal("first;", Assert.Single(Open(disk.AfterCrash(), read: false).ReadNew(out _)).Text);
        }
    }

    [Fact]
    public void A_small_log_is_never_worth_compacting_and_a_large_one_only_when_it_shrinks_by_half()
    {
        FaultyDisk disk = new();
        LogStore writer = Open(disk);
        writer.Append(1, "first;");
        Assert.False(writer.IsWorthCompacting);

        string large = new('x', 1024 * 1024);
        writer.Append(2, large);
        Assert.True(writer.IsWorthCompacting);
        Assert.False(writer.Compact([new(1, large)], always: false));
        Assert.False(writer.IsWorthCompacting);
        Assert.Equal(2, Open(disk, read: false).ReadNew(out _).Count);
        Assert.True(writer.Compact(State, always: false));
    }

    private static LogStore Open(FaultyDisk disk, bool read = true)
    {
        LogStore store = new(disk, Name, Name);
        if (read)
        {
            store.ReadNew(out _);
        }

        return store;
    }
}
