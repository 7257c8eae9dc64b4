BeforeAll { . "$PSScriptRoot/ModuleUnderTest.ps1" }

Describe 'Test-ScyllaMigration' {
    It 'finds valid migrations valid, with counts' {
        $result = Test-ScyllaMigration -Path (New-MigrationFolder)
        $result.Valid | Should -BeTrue
        $result.Keyspace | Should -Be 'app'
        $result.MigrationCount | Should -Be 2
        $result.ErrorCount | Should -Be 0
    }

    Context 'with a statement that refers to a table that is not there' {
        BeforeAll {
            $broken = New-MigrationFolder -Name broken
            Set-Content "$broken/V1.2.0__wrong.cql" 'ALTER TABLE app.absent ADD a int;'
        }

        It 'emits one result and one error that shows the place' {
            $result = Test-ScyllaMigration -Path $broken -ErrorAction SilentlyContinue -ErrorVariable failures
            $result.Valid | Should -BeFalse
            @($result.Findings | Where-Object Severity -EQ Error).File | Should -Be 'V1.2.0__wrong.cql'
            $failures.Count | Should -Be 1
            $failures[0].FullyQualifiedErrorId | Should -BeLike 'MigrationsInvalid,*'
            $failures[0].TargetObject | Should -Be $broken
            $failures[0].ToString() | Should -Match 'V1\.2\.0__wrong\.cql:1:\d+: error'
        }

        It 'answers false and writes no error with -Quiet' {
            Test-ScyllaMigration -Path $broken -Quiet -ErrorVariable failures | Should -BeExactly $false
            $failures | Should -BeNullOrEmpty
            Test-ScyllaMigration -Path (New-MigrationFolder -Name fine) -Quiet | Should -BeExactly $true
        }
    }

    It 'refuses an unknown dialect and lists the known ones' {
        { Test-ScyllaMigration -Path (New-MigrationFolder) -Dialect db2 -ErrorAction Stop } | Should -Throw -ErrorId 'ConfigurationInvalid,*' -ExpectedMessage '*cassandra-5.0*'
        (Get-Completion 'Test-ScyllaMigration -Dialect cassandra-5').CompletionText | Should -Contain 'cassandra-5.0'
    }

    It 'writes migrations.sum only when asked, and not under -WhatIf' {
        $folder = New-MigrationFolder -Name sums
        $null = Test-ScyllaMigration -Path $folder
        $null = Test-ScyllaMigration -Path $folder -UpdateSum -WhatIf
        Test-Path "$folder/migrations.sum" | Should -BeFalse
        $null = Test-ScyllaMigration -Path $folder -UpdateSum
        Get-Content "$folder/migrations.sum" | Where-Object { $_ -match 'V1\.1\.0__enhanced_metadata\.cql' } | Should -HaveCount 1
        Add-Content "$folder/V1.1.0__enhanced_metadata.cql" 'ALTER TABLE app.pins ADD late int;'
        Test-ScyllaMigration -Path $folder -Quiet | Should -BeExactly $false
    }
}
