BeforeDiscovery {
    $manifest = if ($env:SCYLLAMIGRATIONS_TEST_MODULE) { $env:SCYLLAMIGRATIONS_TEST_MODULE } else { "$PSScriptRoot/../../ScyllaMigrations.psd1" }
    $hasDriver = Test-Path (Join-Path (Split-Path $manifest) 'module/drivers/cassandra/core/driver.index')
}

BeforeAll {
    . "$PSScriptRoot/ModuleUnderTest.ps1"
    $folder = New-MigrationFolder
}

Describe 'Connect-ScyllaCluster, Get-ScyllaCluster, Disconnect-ScyllaCluster' {
    BeforeEach { $file = "$TestDrive/$([guid]::NewGuid().ToString('n')).cql" }
    AfterEach { if (Get-ScyllaCluster) { Disconnect-ScyllaCluster -All } }

    It 'opens a session that tells what the cluster is' {
        $session = Connect-ScyllaCluster -Embedded $file
        $session.Cluster | Should -Be "embedded:$(Join-Path (Get-Item $TestDrive).FullName (Split-Path $file -Leaf))"
        $session.Dialect | Should -Be 'cassandra-5.0'
        $session.IsOpen | Should -BeTrue
        $session | ConvertTo-Json | ConvertFrom-Json | ForEach-Object Dialect | Should -Be 'cassandra-5.0'
    }

    It 'makes the newest session the default, and the one before it again when that is closed' {
        $first = Connect-ScyllaCluster -Embedded $file
        $second = Connect-ScyllaCluster -Embedded "$file.second"
        (Get-ScyllaSchemaStatus -Path $folder).Cluster | Should -Be $second.Cluster
        Disconnect-ScyllaCluster
        (Get-ScyllaSchemaStatus -Path $folder).Cluster | Should -Be $first.Cluster
        $second.IsOpen | Should -BeFalse
    }

    It 'selects sessions by wildcard' {
        $null = Connect-ScyllaCluster -Embedded $file
        $null = Connect-ScyllaCluster -Embedded "$file.second"
        @(Get-ScyllaCluster).Count | Should -Be 2
        (Get-ScyllaCluster *.second).Cluster | Should -BeLike '*.second'
    }

    It 'closes sessions from the pipeline' {
        $null = Connect-ScyllaCluster -Embedded $file
        $null = Connect-ScyllaCluster -Embedded "$file.second"
        Get-ScyllaCluster *.second | Disconnect-ScyllaCluster
        @(Get-ScyllaCluster).Cluster | Should -Not -BeLike '*.second'
    }

    It 'uses a session that is named, whatever the default one is' {
        $first = Connect-ScyllaCluster -Embedded $file
        $null = Connect-ScyllaCluster -Embedded "$file.second"
        (Get-ScyllaSchemaStatus -Path $folder -Session $first).Cluster | Should -Be $first.Cluster
        (Get-ScyllaSchemaStatus -Path $folder -Cluster $first.Cluster).Cluster | Should -Be $first.Cluster
    }

    It 'refuses a closed session' {
        $session = Connect-ScyllaCluster -Embedded $file
        Disconnect-ScyllaCluster
        { Get-ScyllaSchemaStatus -Path $folder -Session $session -ErrorAction Stop } | Should -Throw -ErrorId 'ConfigurationInvalid,*' -ExpectedMessage '*closed*'
    }

    It 'has an error when there is nothing to close' {
        { Disconnect-ScyllaCluster -ErrorAction Stop } | Should -Throw -ErrorId 'ClusterNotGiven,*'
    }

    It 'has an error that names the hosts when none answers' -Skip:(-not $hasDriver) {
        { Connect-ScyllaCluster 127.0.0.1:1 -ErrorAction Stop } | Should -Throw -ErrorId 'ConnectionFailed,*' -ExpectedMessage '*127.0.0.1:1*'
    }

    It 'has an error that lists the places when the driver is not there' {
        { Connect-ScyllaCluster 127.0.0.1:1 -DriverPath "$TestDrive/nowhere" -ErrorAction Stop } | Should -Throw -ErrorId 'DriverNotFound,*' -ExpectedMessage '*nowhere*'
        $error[0].CategoryInfo.Category | Should -Be 'NotInstalled'
    }

    It 'keeps the default session to its runspace, and shares one that is handed over' -Skip:($PSEdition -ne 'Core') {
        $session = Connect-ScyllaCluster -Embedded $file
        $results = 1..3 | ForEach-Object -Parallel {
            Import-Module $using:ModuleManifest
            [pscustomobject]@{ Own = @(Get-ScyllaCluster).Count; Cluster = (Get-ScyllaSchemaStatus -LiteralPath $using:folder -Session $using:session).Cluster }
        }
        $results.Own | Should -Be 0, 0, 0
        $results.Cluster | Select-Object -Unique | Should -Be $session.Cluster
        $session.IsOpen | Should -BeTrue
    }
}
