BeforeAll {
    . "$PSScriptRoot/ModuleUnderTest.ps1"
    $folder = New-MigrationFolder
}

Describe 'Get-ScyllaMigration' {
    It 'lists the migrations of a folder in their order' {
        (Get-ScyllaMigration -Path $folder).Version | Should -Be '1.0.0', '1.1.0'
    }

    It 'tells description, kind, scripts and folder of each' {
        $migration = Get-ScyllaMigration -Path $folder -Version 1.1.0
        $migration.Description | Should -Be 'enhanced metadata'
        $migration.Kind | Should -Be 'Versioned'
        $migration.File | Should -Be 'V1.1.0__enhanced_metadata.cql'
        $migration.DownFile | Should -Be 'V1.1.0__enhanced_metadata.down.cql'
        $migration.CheckFile | Should -BeNullOrEmpty
        $migration.Path | Should -Be $folder
    }

    It 'selects versions by wildcards, several at once' {
        (Get-ScyllaMigration -Path $folder -Version 1.1.*).Version | Should -Be '1.1.0'
        (Get-ScyllaMigration -Path $folder -Version 1.0.0, 1.1*).Version | Should -Be '1.0.0', '1.1.0'
        Get-ScyllaMigration -Path $folder -Version 9.* | Should -BeNullOrEmpty
    }

    It 'takes folders by wildcard, and one with brackets in its name as it is written' {
        $odd = New-MigrationFolder -Name 'odd[1]'
        (Get-ScyllaMigration -Path "$TestDrive/migr*").Path | Select-Object -Unique | Should -Be $folder
        (Get-ScyllaMigration -Path $odd).Path | Select-Object -Unique | Should -Be $odd
        (Get-ScyllaMigration -LiteralPath $odd).Path | Select-Object -Unique | Should -Be $odd
    }

    It 'takes folders of the shell from the pipeline' {
        (Get-Item $folder | Get-ScyllaMigration).Version | Should -Be '1.0.0', '1.1.0'
    }

    It 'takes a path of a drive of its own' {
        (Get-ScyllaMigration -Path TestDrive:/migrations).Path | Select-Object -Unique | Should -Be $folder
    }

    It 'means the folder "migrations" of the current location when none is named' {
        Push-Location $TestDrive
        try { (Get-ScyllaMigration).Path | Select-Object -Unique | Should -Be $folder }
        finally { Pop-Location }
    }

    It 'goes on with the next folder after one that is not there' {
        $found = Get-ScyllaMigration -Path "$TestDrive/absent", $folder -ErrorAction SilentlyContinue -ErrorVariable failures
        $found.Version | Should -Be '1.0.0', '1.1.0'
        $failures.Count | Should -Be 1
        $failures[0].FullyQualifiedErrorId | Should -Be 'DirectoryNotFound,ScyllaMigrations.PowerShell.Commands.GetScyllaMigrationCommand'
        $failures[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $failures[0].TargetObject | Should -Be (Join-Path $TestDrive absent)
    }

    It 'is stable as JSON' {
        $json = Get-ScyllaMigration -Path $folder -Version 1.0.0 | ConvertTo-Json | ConvertFrom-Json
        @($json.PSObject.Properties.Name) | Should -Be 'Path', 'Version', 'Description', 'Kind', 'File', 'DownFile', 'CheckFile', 'Checksum'
        $json.Version | Should -Be '1.0.0'
    }
}
