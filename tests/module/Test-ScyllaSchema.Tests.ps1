BeforeAll {
    . "$PSScriptRoot/ModuleUnderTest.ps1"
    $folder = New-MigrationFolder
    $file = "$TestDrive/schema.cql"
    $null = Invoke-ScyllaMigration -Path $folder -Embedded $file
}

Describe 'Test-ScyllaSchema' {
    It 'finds the schema as predicted' {
        $result = Test-ScyllaSchema -Path $folder -Embedded $file
        $result.Valid | Should -BeTrue
        $result.Differences | Should -BeNullOrEmpty
        Test-ScyllaSchema -Path $folder -Embedded $file -Quiet | Should -BeExactly $true
    }

    Context 'after somebody dropped a column by hand' {
        BeforeAll {
            $session = Connect-ScyllaCluster -Embedded "$TestDrive/drift.cql"
            $null = Invoke-ScyllaMigration -Path $folder -Session $session
            $request = [ScyllaMigrations.Clusters.CqlRequest]::new('ALTER TABLE app.pins DROP note')
            $internal = $session.GetType().GetProperty('Connection', [Reflection.BindingFlags]'Instance, NonPublic').GetValue($session)
            $null = $internal.Session.ExecuteAsync($request, [Threading.CancellationToken]::None).GetAwaiter().GetResult()
        }
        AfterAll { Disconnect-ScyllaCluster }

        It 'emits one result with the difference and one error' {
            $result = Test-ScyllaSchema -Path $folder -Session $session -ErrorAction SilentlyContinue -ErrorVariable failures
            $result.Valid | Should -BeFalse
            $result.Differences.Count | Should -BeGreaterThan 0
            $failures.Count | Should -Be 1
            $failures[0].FullyQualifiedErrorId | Should -BeLike 'SchemaInvalid,*'
            $failures[0].TargetObject | Should -Be 'app'
        }

        It 'answers false and writes no error with -Quiet' {
            Test-ScyllaSchema -Path $folder -Session $session -Quiet -ErrorVariable failures | Should -BeExactly $false
            $failures | Should -BeNullOrEmpty
        }
    }
}
