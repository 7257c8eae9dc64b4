BeforeAll {
    . "$PSScriptRoot/ModuleUnderTest.ps1"
    $folder = New-MigrationFolder
    $lossy = New-MigrationFolder -Name lossy -Lossy
}

Describe 'Invoke-ScyllaMigration' {
    BeforeEach { $file = "$TestDrive/$([guid]::NewGuid().ToString('n')).cql" }

    It 'applies what is pending and reports it' {
        $result = Invoke-ScyllaMigration -Path $folder -Embedded $file
        $result.Direction | Should -Be 'Up'
        $result.FromVersion | Should -BeNullOrEmpty
        $result.ToVersion | Should -Be '1.1.0'
        $result.Migrations.Version | Should -Be '1.0.0', '1.1.0'
        $result.Resumed | Should -BeFalse
        (Get-ScyllaSchemaStatus -Path $folder -Embedded $file).MigrationsNeeded | Should -BeFalse
    }

    It 'goes to a version, and then to the newest' {
        (Invoke-ScyllaMigration -Path $folder -Embedded $file -TargetVersion 1.0.0).ToVersion | Should -Be '1.0.0'
        $result = Invoke-ScyllaMigration -Path $folder -Embedded $file
        $result.FromVersion | Should -Be '1.0.0'
        $result.Migrations.Version | Should -Be '1.1.0'
    }

    It 'does nothing the second time' {
        $null = Invoke-ScyllaMigration -Path $folder -Embedded $file
        (Invoke-ScyllaMigration -Path $folder -Embedded $file).MigrationCount | Should -Be 0
    }

    It 'takes cluster, folder and keyspace from the pipeline' {
        $results = Get-ScyllaSchemaStatus -Path $folder -Embedded $file | Where-Object MigrationsNeeded | Invoke-ScyllaMigration
        $results.Cluster | Should -BeLike "embedded:*$(Split-Path $file -Leaf)"
        $results.Path | Should -Be $folder
        $results.Keyspace | Should -Be 'app'
        Get-ScyllaSchemaStatus -Path $folder -Embedded $file | Where-Object MigrationsNeeded | Invoke-ScyllaMigration | Should -BeNullOrEmpty
    }

    It 'refuses to lose data without consent, and names the way to give it' {
        $null = Invoke-ScyllaMigration -Path $lossy -Embedded $file -TargetVersion 1.1.0
        Invoke-ScyllaMigration -Path $lossy -Embedded $file -ErrorAction SilentlyContinue -ErrorVariable failures | Should -BeNullOrEmpty
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'DataLossRefused,*'
        $failures[0].CategoryInfo.Category | Should -Be 'PermissionDenied'
        $failures[0].ErrorDetails.RecommendedAction | Should -Match '-AllowDataLoss'
        (Invoke-ScyllaMigration -Path $lossy -Embedded $file -AllowDataLoss).ToVersion | Should -Be '2.0.0'
    }

    It 'runs exactly the approved plan, its losses included, or none' {
        $null = Invoke-ScyllaMigration -Path $lossy -Embedded $file -TargetVersion 1.1.0
        $plan = Get-ScyllaMigrationPlan -Path $lossy -Embedded $file
        $plan.LosesData | Should -BeTrue
        { Invoke-ScyllaMigration -Path $lossy -Embedded $file -ApprovedPlanHash ('0' * 64) -ErrorAction Stop } | Should -Throw -ErrorId 'PlanChanged,*'
        (Invoke-ScyllaMigration -Path $lossy -Embedded $file -Plan $plan).PlanHash | Should -Be $plan.PlanHash
    }

    It 'tells milestones as tagged information, what goes on as verbose, statements as debug' {
        $null = Invoke-ScyllaMigration -Path $folder -Embedded $file -Verbose -Debug -InformationVariable told 4>&1 5>&1 -OutVariable all
        @($told | Where-Object { $_.Tags -contains 'ScyllaMigrationCompleted' }).Count | Should -Be 2
        $told[0].MessageData.Version | Should -Be '1.0.0'
        @($all | Where-Object { $_ -is [System.Management.Automation.DebugRecord] -and $_.Message -match 'CREATE TABLE' }).Count | Should -BeGreaterThan 0
        @($all | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }).Count | Should -BeGreaterThan 0
    }

    It 'takes its progress away when it is done' {
        $shell = [powershell]::Create().AddScript('param($m, $p, $f) Import-Module $m; Invoke-ScyllaMigration -Path $p -Embedded $f').AddArgument($ModuleManifest).AddArgument($folder).AddArgument($file)
        $null = $shell.Invoke()
        $records = @($shell.Streams.Progress | Where-Object ActivityId -In 92, 93)
        $shell.Dispose()
        $records.Count | Should -BeGreaterThan 2
        @($records | Where-Object RecordType -EQ Completed).ActivityId | Should -Be 93, 92
        @($records | Where-Object ActivityId -EQ 93)[0].ParentActivityId | Should -Be 92
    }

    Context '-WhatIf' {
        It 'shows the plan and writes nothing at all' {
            $null = Invoke-ScyllaMigration -Path $folder -Embedded $file -TargetVersion 1.0.0
            $before = Get-FileHash $file
            $names = (Get-ChildItem $TestDrive -Recurse).FullName
            $result = Invoke-InNewShell "Import-Module `$ModuleManifest; Invoke-ScyllaMigration -Path '$folder' -Embedded '$file' -BackupFirst -WhatIf"
            $result.Text | Should -Match 'What if:'
            $result.Text | Should -Match 'ALTER TABLE app\.pins ADD'
            $result.Text | Should -Match (Get-ScyllaMigrationPlan -Path $folder -Embedded $file).PlanHash
            (Get-FileHash $file).Hash | Should -Be $before.Hash
            (Get-ChildItem $TestDrive -Recurse).FullName | Should -Be $names
        }

        It 'makes no file for a cluster that is empty' {
            Invoke-ScyllaMigration -Path $folder -Embedded $file -WhatIf | Should -BeNullOrEmpty
            Test-Path $file | Should -BeFalse
        }

        It 'holds when it is only a preference' {
            $WhatIfPreference = $true
            Invoke-ScyllaMigration -Path $folder -Embedded $file | Should -BeNullOrEmpty
            $WhatIfPreference = $false
            Test-Path $file | Should -BeFalse
        }
    }

    It 'goes on with the next folder after one that fails' {
        $broken = New-MigrationFolder -Name broken
        Set-Content "$broken/V1.2.0__wrong.cql" 'CREATE TABLE app.broken (;'
        $results = Invoke-ScyllaMigration -Path $broken, $folder -Embedded $file -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'MigrationsInvalid,*'
        $failures[0].ToString() | Should -Match 'V1\.2\.0__wrong\.cql:1:'
        @($results).Path | Should -Be $folder
    }
}
