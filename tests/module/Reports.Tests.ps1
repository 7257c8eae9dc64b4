BeforeAll {
    . "$PSScriptRoot/ModuleUnderTest.ps1"
    $folder = New-MigrationFolder
    $file = "$TestDrive/reports.cql"
    $null = Invoke-ScyllaMigration -Path $folder -Embedded $file
}

Describe 'Test-ScyllaMigrationHealth' {
    It 'gives a verdict with checks, and true or false with -Quiet' {
        $report = Test-ScyllaMigrationHealth -Path $folder -Embedded $file
        $report.Healthy | Should -BeTrue
        $report.Checks.Count | Should -BeGreaterThan 0
        Test-ScyllaMigrationHealth -Path $folder -Embedded $file -Quiet | Should -BeExactly $true
    }
}

Describe 'Get-ScyllaMigrationRecommendation' {
    It 'ranks what is worth doing, each with why and a command' {
        $found = @(Get-ScyllaMigrationRecommendation -Path $folder -Embedded "$TestDrive/empty.cql")
        $found.Count | Should -BeGreaterThan 0 -Because 'everything is pending there'
        @($found | ForEach-Object Rank) | Should -Be @(1..$found.Count)
        foreach ($recommendation in $found) {
            $recommendation.Why | Should -Not -BeNullOrEmpty
            $recommendation.Command | Should -Not -BeNullOrEmpty
        }
        $found[0].Command | Should -Be 'Invoke-ScyllaMigration' -Because 'the command is one of this shell'
    }
}

Describe 'Export-ScyllaSchema' {
    It 'gives the same bytes each time, without the tool''s own tables' {
        $export = Export-ScyllaSchema -Path $folder -Embedded $file
        $export.Cql | Should -Match 'CREATE TABLE app\.pins'
        $export.Cql | Should -Not -Match 'migration_history|schema_version'
        (Export-ScyllaSchema -Path $folder -Embedded $file).Cql | Should -BeExactly $export.Cql
    }

    It 'writes a file once, again only with -Force, and not under -WhatIf' {
        Export-ScyllaSchema -Path $folder -Embedded $file -OutFile "$TestDrive/a.cql" -WhatIf
        Test-Path "$TestDrive/a.cql" | Should -BeFalse
        Export-ScyllaSchema -Path $folder -Embedded $file -OutFile "$TestDrive/a.cql" | Should -BeNullOrEmpty
        Get-Content -Raw "$TestDrive/a.cql" | Should -BeExactly (Export-ScyllaSchema -Path $folder -Embedded $file).Cql
        { Export-ScyllaSchema -Path $folder -Embedded $file -OutFile "$TestDrive/a.cql" -ErrorAction Stop } | Should -Throw -ErrorId 'ConfigurationInvalid,*' -ExpectedMessage '*-Force*'
        Export-ScyllaSchema -Path $folder -Embedded $file -OutFile "$TestDrive/a.cql" -Force
    }
}

Describe 'Export-ScyllaMigrationReport' {
    It 'is JSON by default' {
        (Export-ScyllaMigrationReport -Path $folder -Embedded $file | ConvertFrom-Json).currentVersion | Should -Be '1.1.0'
    }

    It 'is <Format> when asked' -ForEach @(@{ Format = 'Markdown'; Expected = '(?m)^#|\|' }, @{ Format = 'Text'; Expected = '1\.1\.0' }, @{ Format = 'Summary'; Expected = 'app' }) {
        Export-ScyllaMigrationReport -Path $folder -Embedded $file -Format $Format | Should -Match $Expected
    }
}

Describe 'Backup-ScyllaSchema' {
    It 'writes a file that was not there, and none under -WhatIf' {
        Backup-ScyllaSchema -Path $folder -Embedded $file -BackupPath "$TestDrive/b.json" -WhatIf
        Test-Path "$TestDrive/b.json" | Should -BeFalse
        $backup = Backup-ScyllaSchema -Path $folder -Embedded $file -BackupPath "$TestDrive/b.json"
        $backup.Version | Should -Be '1.1.0'
        Test-Path $backup.File | Should -BeTrue
        Backup-ScyllaSchema -Path $folder -Embedded $file -BackupPath "$TestDrive/b.json" -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures.Count | Should -Be 1
    }

    It 'is written before a run that asks for it' {
        $result = Invoke-ScyllaMigration -Path $folder -Embedded "$TestDrive/c.cql" -TargetVersion 1.0.0
        $result.BackupFile | Should -BeNullOrEmpty
        $result = Invoke-ScyllaMigration -Path $folder -Embedded "$TestDrive/c.cql" -BackupPath "$TestDrive/d.json"
        Test-Path $result.BackupFile | Should -BeTrue
    }
}
