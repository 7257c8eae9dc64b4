BeforeAll {
    . "$PSScriptRoot/ModuleUnderTest.ps1"
    $folder = New-MigrationFolder
    $file = "$TestDrive/plan.cql"
}

Describe 'Get-ScyllaMigrationPlan' {
    It 'shows the statements that a run would send, and sends none' {
        $plan = Get-ScyllaMigrationPlan -Path $folder -Embedded $file
        $plan.Direction | Should -Be 'Up'
        $plan.ToVersion | Should -Be '1.1.0'
        $plan.MigrationCount | Should -Be 2
        $plan.StatementCount | Should -Be @($plan.Steps).Count
        ($plan.Steps.Cql -join "`n") | Should -Match 'CREATE TABLE app\.pins'
        $plan.LosesData | Should -BeFalse
        Test-Path $file | Should -BeFalse
    }

    It 'is the same each time, and another for another target' {
        $plan = Get-ScyllaMigrationPlan -Path $folder -Embedded $file
        (Get-ScyllaMigrationPlan -Path $folder -Embedded $file).PlanHash | Should -Be $plan.PlanHash
        (Get-ScyllaMigrationPlan -Path $folder -Embedded $file -TargetVersion 1.0.0).PlanHash | Should -Not -Be $plan.PlanHash
    }
}
