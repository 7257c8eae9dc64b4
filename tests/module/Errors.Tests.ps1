BeforeAll {
    . "$PSScriptRoot/ModuleUnderTest.ps1"
    $folder = New-MigrationFolder
}

Describe 'An error of the module' {
    It 'has the stable id, the category of its cause and a remedy in this shell''s words' {
        Get-ScyllaSchemaStatus -Path $folder -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures[0].FullyQualifiedErrorId | Should -Be 'ClusterNotGiven,ScyllaMigrations.PowerShell.Commands.GetScyllaSchemaStatusCommand'
        $failures[0].CategoryInfo.Category | Should -Be 'InvalidArgument'
        $failures[0].ErrorDetails.RecommendedAction | Should -Match '-Embedded FILE'
        $failures[0].Exception.Code.Id | Should -Be 'ClusterNotGiven'
    }

    It 'stops a script under ErrorAction Stop and is not there at all under Ignore' {
        { Get-ScyllaSchemaStatus -Path $folder -ErrorAction Stop } | Should -Throw -ErrorId 'ClusterNotGiven,*'
        $before = $error.Count
        Get-ScyllaSchemaStatus -Path $folder -ErrorAction Ignore
        $error.Count | Should -Be $before
    }

    It 'shows file, line, column and a caret for a fault in a file' {
        $broken = New-MigrationFolder -Name broken
        Set-Content "$broken/scylla-migrations.json" "{`n  `"keyspce`": 1`n}"
        Get-ScyllaMigration -Path $broken -ErrorAction SilentlyContinue -ErrorVariable failures
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'ConfigurationInvalid,*'
        $failures[0].ToString() | Should -Match 'scylla-migrations\.json:2:3'
        $failures[0].ToString() | Should -Match '(?m)^\s+\^'
    }

    It 'says so when a cluster is named in two ways' {
        { Get-ScyllaSchemaStatus -Path $folder -Embedded a.db -ContactPoint b -ErrorAction Stop } | Should -Throw -ErrorId 'ConfigurationInvalid,*' -ExpectedMessage '*-Embedded and -ContactPoint*'
    }

    It 'never shows a password' {
        $secret = ConvertTo-SecureString 'hunter2-secret' -AsPlainText -Force
        $credential = [pscredential]::new('user', $secret)
        $all = Get-ScyllaSchemaStatus -Path $folder -ContactPoint 127.0.0.1:1 -Credential $credential -Verbose -Debug -ErrorVariable failures *>&1 | Out-String
        $failures.Count | Should -Be 1
        $all | Should -Not -Match 'hunter2'
        ($failures[0] | Format-List * -Force | Out-String) | Should -Not -Match 'hunter2'
    }

    It 'refuses a bare number as a duration, because its unit would be a guess' {
        { Invoke-ScyllaMigration -Path $folder -Timeout 5 } | Should -Throw -ExpectedMessage '*has no unit*'
        { Invoke-ScyllaMigration -Path $folder -Timeout soon } | Should -Throw -ExpectedMessage '*no duration*'
    }

    It 'asks for the version to go back to before anything is opened' {
        { Undo-ScyllaMigration -Path $folder -Embedded "$TestDrive/none.db" } | Should -Throw -ErrorId 'ConfigurationInvalid,*' -ExpectedMessage '*-TargetVersion*'
        Test-Path "$TestDrive/none.db" | Should -BeFalse
    }
}
