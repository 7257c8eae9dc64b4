BeforeAll {
    . "$PSScriptRoot/ModuleUnderTest.ps1"
    $folder = New-MigrationFolder
    $file = "$TestDrive/status.cql"
}

Describe 'Get-ScyllaSchemaStatus' {
    It 'tells of an empty cluster that all is pending, and makes no file' {
        $status = Get-ScyllaSchemaStatus -Path $folder -Embedded $file
        $status.CurrentVersion | Should -BeNullOrEmpty
        $status.LatestVersion | Should -Be '1.1.0'
        $status.MigrationsNeeded | Should -BeTrue
        $status.PendingCount | Should -Be 2
        $status.Pending.Version | Should -Be '1.0.0', '1.1.0'
        $status.Keyspace | Should -Be 'app'
        $status.Path | Should -Be $folder
        $status.Compatible | Should -BeTrue
        $status.CheckedAt.Kind | Should -Be 'Utc'
        Test-Path $file | Should -BeFalse
    }

    It 'has the promised properties, in JSON too' {
        $names = @((Get-ScyllaSchemaStatus -Path $folder -Embedded $file | ConvertTo-Json -Depth 4 | ConvertFrom-Json).PSObject.Properties.Name)
        $names | Should -Be 'Cluster', 'Path', 'Keyspace', 'Dialect', 'CurrentVersion', 'LatestVersion', 'MinimumVersion', 'MigrationsNeeded', 'PendingCount', 'Pending',
            'AppliedCount', 'Compatible', 'Message', 'SchemaAgreement', 'LeaseHolder', 'CheckedAt'
    }

    It 'takes the cluster from a result, as text' {
        $status = Get-ScyllaSchemaStatus -Path $folder -Embedded $file
        (Get-ScyllaSchemaStatus -Path $folder -Cluster $status.Cluster).Cluster | Should -Be $status.Cluster
    }

    It 'takes the cluster from the environment, and a parameter wins over it' {
        $env:SCYLLADB_CONTACT_POINTS = '127.0.0.1:1'
        try { (Get-ScyllaSchemaStatus -Path $folder -Embedded $file).Cluster | Should -BeLike 'embedded:*' }
        finally { Remove-Item Env:SCYLLADB_CONTACT_POINTS }
    }

    It 'takes the cluster from the configuration file beside the migrations' {
        $configured = New-MigrationFolder -Name configured
        Set-Content "$configured/scylla-migrations.json" '{ "keyspace": "app", "embedded": "beside.cql" }'
        (Get-ScyllaSchemaStatus -Path $configured).Cluster | Should -BeLike 'embedded:*beside.cql'
    }

    It 'works on several folders' {
        (Get-ScyllaSchemaStatus -Path $folder, (New-MigrationFolder -Name other) -Embedded $file).Path.Count | Should -Be 2
    }
}
