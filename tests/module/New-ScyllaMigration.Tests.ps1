BeforeAll { . "$PSScriptRoot/ModuleUnderTest.ps1" }

Describe 'New-ScyllaMigration' {
    BeforeEach { $folder = New-MigrationFolder -Name ([guid]::NewGuid().ToString('n')) }

    It 'makes the next minor version' {
        $made = New-ScyllaMigration 'add partition stats' -Path $folder
        $made.Version | Should -Be '1.2.0'
        @(Split-Path $made.Files -Leaf) | Should -Be 'V1.2.0__add_partition_stats.cql'
        Test-Path -LiteralPath $made.Files[0] | Should -BeTrue
    }

    It 'makes a given version with its down and check scripts' {
        $made = New-ScyllaMigration stats -Path $folder -Version 3.0.0 -Down -Check
        @(Split-Path $made.Files -Leaf) | Should -Be 'V3.0.0__stats.cql', 'V3.0.0__stats.down.cql', 'V3.0.0__stats.check.cql'
    }

    It 'makes a repeatable one' {
        (New-ScyllaMigration grants -Path $folder -Repeatable).Version | Should -Be 'R:grants'
    }

    It 'writes nothing under -WhatIf' {
        $before = (Get-ChildItem $folder).Name
        New-ScyllaMigration stats -Path $folder -WhatIf | Should -BeNullOrEmpty
        (Get-ChildItem $folder).Name | Should -Be $before
    }

    It 'refuses a version that does not come after the newest' {
        { New-ScyllaMigration stats -Path $folder -Version 1.0.1 -ErrorAction Stop } | Should -Throw -ErrorId 'ConfigurationInvalid,*' -ExpectedMessage '*does not come after*'
    }

    It 'makes the folder when it is not there' {
        $made = New-ScyllaMigration first -Path "$TestDrive/fresh"
        $made.Version | Should -Be '1.0.0'
        $made.Path | Should -Be (Get-Item "$TestDrive/fresh").FullName
    }
}
