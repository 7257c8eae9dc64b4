BeforeAll {
    . "$PSScriptRoot/ModuleUnderTest.ps1"
    $folder = New-MigrationFolder
    $file = "$TestDrive/history.cql"
}

Describe 'Get-ScyllaMigrationHistory' {
    It 'is empty before the first run' {
        Get-ScyllaMigrationHistory -Path $folder -Embedded $file | Should -BeNullOrEmpty
    }

    It 'tells each version, oldest first, with an intact chain' {
        $null = Invoke-ScyllaMigration -Path $folder -Embedded $file
        $history = Get-ScyllaMigrationHistory -Path $folder -Embedded $file
        $history.Version | Should -Be '1.0.0', '1.1.0'
        $history.Action | Select-Object -Unique | Should -Be 'Applied'
        $history.ChainIntact | Should -Not -Contain $false
        $history[0].AppliedAt.Kind | Should -Be 'Utc'
        (Get-ScyllaMigrationHistory -Path $folder -Embedded $file -Version 1.1*).Version | Should -Be '1.1.0'
    }
}
