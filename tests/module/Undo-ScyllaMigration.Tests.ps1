BeforeAll {
    . "$PSScriptRoot/ModuleUnderTest.ps1"
    $folder = New-MigrationFolder
}

Describe 'Undo-ScyllaMigration' {
    BeforeEach {
        $file = "$TestDrive/$([guid]::NewGuid().ToString('n')).cql"
        $null = Invoke-ScyllaMigration -Path $folder -Embedded $file
    }

    It 'goes back to a version' {
        $result = Undo-ScyllaMigration -Path $folder -Embedded $file -TargetVersion 1.0.0 -AllowDataLoss -Confirm:$false
        $result.Direction | Should -Be 'Down'
        $result.ToVersion | Should -Be '1.0.0'
        (Get-ScyllaSchemaStatus -Path $folder -Embedded $file).CurrentVersion | Should -Be '1.0.0'
    }

    It 'refuses to lose data without consent' {
        { Undo-ScyllaMigration -Path $folder -Embedded $file -TargetVersion 1.0.0 -Confirm:$false -ErrorAction Stop } | Should -Throw -ErrorId 'DataLossRefused,*'
        (Get-ScyllaSchemaStatus -Path $folder -Embedded $file).CurrentVersion | Should -Be '1.1.0'
    }

    It 'writes nothing under -WhatIf' {
        $before = (Get-FileHash $file).Hash
        Undo-ScyllaMigration -Path $folder -Embedded $file -TargetVersion 1.0.0 -WhatIf | Should -BeNullOrEmpty
        (Get-FileHash $file).Hash | Should -Be $before
    }

    It 'asks by default' {
        $result = Invoke-InNewShell "Import-Module `$ModuleManifest; Undo-ScyllaMigration -Path '$folder' -Embedded '$file' -TargetVersion 1.0.0 -AllowDataLoss"
        $result.Text | Should -Match 'NonInteractive'
        (Get-ScyllaSchemaStatus -Path $folder -Embedded $file).CurrentVersion | Should -Be '1.1.0'
    }

    It 'is planned by Get-ScyllaMigrationPlan -Undo' {
        $plan = Get-ScyllaMigrationPlan -Path $folder -Embedded $file -Undo -TargetVersion 1.0.0
        $plan.Direction | Should -Be 'Down'
        $plan.Steps.Cql | Should -Not -BeNullOrEmpty
        (Undo-ScyllaMigration -Path $folder -Embedded $file -TargetVersion 1.0.0 -Plan $plan -Confirm:$false).PlanHash | Should -Be $plan.PlanHash
    }
}
