using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using Xunit;

namespace ScyllaMigrations.Driver.Tests.EndToEnd;

/// <summary>The example's history on a real server, from PowerShell 7; passes where there is none.</summary>
public sealed class PowerShellTests
{
    [Fact]
    public async Task The_module_migrates_validates_and_goes_back()
    {
        string keyspace = Tool.Keyspace("pwsh");
        string script =
            $"Connect-ScyllaCluster -ContactPoint '{Server.ContactPoints()[0]}' | Out-Null; "
            + $"$at = @{{ Path = '{Tool.Example}'; Keyspace = '{keyspace}' }}; "
            + "Invoke-ScyllaMigration @at -Confirm:$false | Out-Null; "
            + "'up:' + (Get-ScyllaSchemaStatus @at).CurrentVersion; "
            + "'valid:' + (Test-ScyllaSchema @at -Quiet); "
            + "Undo-ScyllaMigration @at -TargetVersion 1.0.0 -AllowDataLoss -Confirm:$false | Out-Null; "
            + "'down:' + (Get-ScyllaSchemaStatus @at).CurrentVersion; "
            + "'json:' + ([Newtonsoft.Json.JsonConvert].Assembly.Location -like \"$PSHOME*\"); "
            + "Disconnect-ScyllaCluster";
        (int ExitCode, string Output)? run = await Tool.PowerShellAsync(script);
        await using ICluster cluster = await Server.ConnectAsync();
        await cluster.RunAsync($"DROP KEYSPACE IF EXISTS {keyspace}");
        if (run is { } done)
        {
            Tool.AssertExit(0, done);
            Assert.Contains("up:1.1.0", done.Output, System.StringComparison.Ordinal);
            Assert.Contains("valid:True", done.Output, System.StringComparison.Ordinal);
            Assert.Contains("down:1.0.0", done.Output, System.StringComparison.Ordinal);
            Assert.Contains("json:True", done.Output, System.StringComparison.Ordinal);
        }
    }
}
