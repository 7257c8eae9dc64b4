BeforeAll {
    . "$PSScriptRoot/ModuleUnderTest.ps1"
    # Loads the library's types.
    $null = Get-ScyllaMigration -LiteralPath (New-MigrationFolder)
    $when = [datetime]::new(2026, 1, 2, 3, 4, 5, [DateTimeKind]::Utc)
    $place = @{ Cluster = '10.0.0.1:9042,10.0.0.2:9042'; Path = '/srv/app/migrations'; Keyspace = 'pins' }
    $pending = [ScyllaMigrations.Execution.PendingMigration]@{ Version = '1.1.0'; Description = 'enhanced metadata'; Path = 'V1.1.0__enhanced_metadata.cql'; StatementCount = 2; Risk = 'Low' }
    $samples = @{
        SchemaStatus = [ScyllaMigrations.Execution.SchemaStatus]($place + @{
                Dialect = 'cassandra-5.0'; CurrentVersion = $null; LatestVersion = '1.1.0'; MigrationsNeeded = $true; PendingCount = 1; Pending = [ScyllaMigrations.Execution.PendingMigration[]]@($pending)
                Compatible = $true; Message = 'one migration is pending'; CheckedAt = $when
            })
        PendingMigration = $pending
        MigrationResult = [ScyllaMigrations.Execution.MigrationResult]($place + @{
                Direction = 'Up'; FromVersion = '1.0.0'; ToVersion = '1.1.0'; MigrationCount = 1; StatementCount = 2; Message = 'migrated'; DurationSeconds = 1.25
            })
        HistoryRecord = [ScyllaMigrations.Execution.HistoryRecord]($place + @{
                Entry = 3; Action = 'Applied'; Version = '1.1.0'; Description = 'enhanced metadata'; Kind = 'Versioned'; AppliedAt = $when; DurationSeconds = 0.5; AppliedBy = 'ops'; ChainIntact = $true
            })
        ValidationResult = [ScyllaMigrations.Drift.ValidationResult]($place + @{
                Version = '1.1.0'; Valid = $false; Differences = [ScyllaMigrations.Drift.ValidationDifference[]]@(); Checks = [ScyllaMigrations.Drift.CheckOutcome[]]@(); Message = 'schema validation failed: missing table partition_stats'; CheckedAt = $when
            })
        PlanReport = [ScyllaMigrations.Reporting.PlanReport]($place + @{
                Dialect = 'cassandra-5.0'; Direction = 'Up'; ToVersion = '1.1.0'; PlanHash = 'abcdef0123456789'; LosesData = $true; MigrationCount = 1; StatementCount = 2
                EstimatedSeconds = 0.2; Steps = [ScyllaMigrations.Reporting.PlanStepReport[]]@(); Warnings = [ScyllaMigrations.Reporting.FindingReport[]]@(); Message = 'The plan applies 1 migration.'
            })
        FindingReport = [ScyllaMigrations.Reporting.FindingReport]@{ Id = 'CqlSyntax'; Severity = 'Error'; Message = 'unexpected word'; File = 'V1.0.0__a.cql'; Line = 2; Column = 7 }
    }
}

Describe 'What is shown' {
    It 'of <Type> is a table within 120 columns: <Expected>' -ForEach @(
        @{ Type = 'SchemaStatus'; Expected = 'pins +none +1\.1\.0 +1 +True +10\.0\.0\.1:9042,10\.0\.0\.2.* +one migration' }
        @{ Type = 'PendingMigration'; Expected = '1\.1\.0 +Low +2 +enhanced metadata' }
        @{ Type = 'MigrationResult'; Expected = 'pins +Up +1\.0\.0 +1\.1\.0 +1 +2 +1\.250 +migrated' }
        @{ Type = 'HistoryRecord'; Expected = '3 +Applied +1\.1\.0 +2026-01-02 03:04:05Z +0\.500 +ops +yes +enhanced metadata' }
        @{ Type = 'ValidationResult'; Expected = 'pins +1\.1\.0 +False +0 +0 .*schema validation' }
        @{ Type = 'PlanReport'; Expected = 'pins +Up +none +1\.1\.0 +1 +2 +YES +0\.2 s +abcdef012345' }
        @{ Type = 'FindingReport'; Expected = 'Error +CqlSyntax +V1\.0\.0__a\.cql:2:7 +unexpected word' }
    ) {
        $lines = @(($samples[$Type] | Out-String -Width 120) -split '\r?\n' | ForEach-Object { $_ -replace '\x1b\[[0-9;]*m' })
        $lines | Where-Object { $_ -match $Expected } | Should -HaveCount 1
        ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 120
        $header = @($lines | Where-Object { $_ -match '^-+ ' })[0]
        $header | Should -Not -BeNullOrEmpty
    }

    It 'is the same in a culture with other numbers and dates' {
        $before = [cultureinfo]::CurrentCulture
        $invariant = $samples.HistoryRecord | Out-String -Width 120
        try {
            [cultureinfo]::CurrentCulture = [cultureinfo]::new('de-DE')
            $samples.HistoryRecord | Out-String -Width 120 | Should -Be $invariant
        }
        finally { [cultureinfo]::CurrentCulture = $before }
    }

    It 'as a list holds what the table has no room for' {
        $list = $samples.SchemaStatus | Format-List | Out-String -Width 120
        $list | Should -Match '1\.1\.0 enhanced metadata \(2 statements, risk Low\)'
        $list | Should -Match 'cassandra-5\.0'
    }

    It 'names every type of result that a cmdlet declares' {
        $format = [xml](Get-Content -Raw (Join-Path (Split-Path $ModuleManifest) 'module/ScyllaMigrations.format.ps1xml'))
        $named = @($format.Configuration.ViewDefinitions.View.ViewSelectedBy.TypeName)
        $declared = @(Get-Command -Module ScyllaMigrations | ForEach-Object { $_.OutputType.Name } | Where-Object { $_ -like 'ScyllaMigrations.*' } | Select-Object -Unique)
        $declared.Count | Should -BeGreaterThan 4
        $declared | Where-Object { $named -notcontains $_ } | Should -BeNullOrEmpty
    }
}
