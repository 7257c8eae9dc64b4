BeforeAll {
    . "$PSScriptRoot/ModuleUnderTest.ps1"
    $folder = New-MigrationFolder
    $file = "$TestDrive/stop.cql"

    # Starts a script in a runspace of its own.
    function Start-InRunspace([string] $Script, [object[]] $ArgumentList) {
        $shell = [powershell]::Create().AddScript($Script)
        foreach ($argument in $ArgumentList) { $null = $shell.AddArgument($argument) }
        [pscustomobject]@{ Shell = $shell; Run = $shell.BeginInvoke() }
    }
}

Describe 'Stopping a command' {
    Context 'that waits for another writer' {
        BeforeAll {
            $null = Invoke-ScyllaMigration -Path $folder -Embedded $file -TargetVersion 1.0.0
            $other = [ScyllaMigrations.Embedded.EmbeddedCluster]::OpenAsync($file, $null, [Threading.CancellationToken]::None).GetAwaiter().GetResult()
            $lock = $other.EnterWriterAsync([timespan]::Zero, [Threading.CancellationToken]::None).GetAwaiter().GetResult()
        }
        AfterAll {
            $null = $lock.DisposeAsync()
            $null = $other.DisposeAsync()
        }

        It 'returns at once, raises no error and leaves the way free for the next run' {
            $command = Start-InRunspace 'param($m, $p, $f) Import-Module $m; Invoke-ScyllaMigration -Path $p -Embedded $f -Timeout 10m -Verbose' $ModuleManifest, $folder, $file
            $limit = [DateTime]::UtcNow.AddSeconds(30)
            while ($command.Shell.Streams.Verbose.Count -lt 2 -and -not $command.Run.IsCompleted -and [DateTime]::UtcNow -lt $limit) { Start-Sleep -Milliseconds 50 }
            $command.Run.IsCompleted | Should -BeFalse -Because 'the other writer holds the file'
            $stop = $command.Shell.BeginStop($null, $null)
            $stop.AsyncWaitHandle.WaitOne([timespan]::FromSeconds(20)) | Should -BeTrue -Because 'the run would wait for ten minutes'
            $command.Shell.InvocationStateInfo.State | Should -Be 'Stopped'
            $command.Shell.Streams.Error | Should -BeNullOrEmpty
            $command.Shell.Dispose()

            $lock.DisposeAsync().AsTask().GetAwaiter().GetResult()
            (Invoke-ScyllaMigration -Path $folder -Embedded $file).ToVersion | Should -Be '1.1.0'
        }
    }

    It 'when the pipeline has what it wants, raises no error' {
        $others = 1..3 | ForEach-Object { New-MigrationFolder -Name "other$_" }
        $first = Get-ScyllaSchemaStatus -Path $others -Embedded $file -ErrorVariable failures | Select-Object -First 1
        $first.Path | Should -Be $others[0]
        $failures | Should -BeNullOrEmpty
    }
}
