BeforeAll {
    . "$PSScriptRoot/ModuleUnderTest.ps1"
    $folder = New-MigrationFolder
}

Describe 'Completion' {
    It 'offers the versions of the folder that the line names, with their descriptions' {
        $offers = Get-Completion "Invoke-ScyllaMigration -Path '$folder' -TargetVersion "
        $offers.CompletionText | Should -Be '1.0.0', '1.1.0'
        $offers[1].ToolTip | Should -Be '1.1.0 enhanced metadata'
    }

    It 'offers only what begins as typed' {
        (Get-Completion "Undo-ScyllaMigration -LiteralPath '$folder' -TargetVersion 1.1").CompletionText | Should -Be '1.1.0'
    }

    It 'looks into the folder "migrations" when the line names none' {
        Push-Location $TestDrive
        try { (Get-Completion 'Invoke-ScyllaMigration -TargetVersion ').CompletionText | Should -Be '1.0.0', '1.1.0' }
        finally { Pop-Location }
    }

    It 'offers the configured keyspaces, in quotes where they need them' {
        (Get-Completion "Get-ScyllaSchemaStatus -Path '$folder' -Keyspace ").CompletionText | Should -Be 'app', "'app test'"
    }

    It 'is quiet about a configuration file with faults' {
        $broken = New-MigrationFolder -Name broken
        Set-Content "$broken/scylla-migrations.json" 'no json'
        $before = $error.Count
        @(Get-Completion "Get-ScyllaSchemaStatus -Path '$broken' -Keyspace " | Where-Object ToolTip -Match '^app') | Should -BeNullOrEmpty
        $error.Count | Should -Be $before
    }
}
