@{
    RootModule             = 'module/bin/ScyllaMigrations.PowerShell.dll'
    ModuleVersion          = '0.1.0'
    GUID                   = '5d0c3f0e-6f0a-4a53-9d0f-3b0c1b9a7e42'
    Author                 = 'ScyllaMigrations contributors'
    CompanyName            = 'ScyllaMigrations'
    Copyright              = '(c) ScyllaMigrations contributors. Apache-2.0.'
    Description            = 'Schema migrations for ScyllaDB and Apache Cassandra: plans a change before it is sent, applies it once, proves the result, and takes it back where that can be done.'
    PowerShellVersion      = '5.1'
    CompatiblePSEditions   = @('Desktop', 'Core')
    DotNetFrameworkVersion = '4.7.2'
    FormatsToProcess       = @('module/ScyllaMigrations.format.ps1xml')
    TypesToProcess         = @('module/ScyllaMigrations.types.ps1xml')
    CmdletsToExport        = @(
        'Backup-ScyllaSchema'
        'Connect-ScyllaCluster'
        'Disconnect-ScyllaCluster'
        'Export-ScyllaMigrationReport'
        'Export-ScyllaSchema'
        'Get-ScyllaCluster'
        'Get-ScyllaMigration'
        'Get-ScyllaMigrationHistory'
        'Get-ScyllaMigrationPlan'
        'Get-ScyllaMigrationRecommendation'
        'Get-ScyllaSchemaStatus'
        'Invoke-ScyllaMigration'
        'New-ScyllaMigration'
        'Test-ScyllaMigration'
        'Test-ScyllaMigrationHealth'
        'Test-ScyllaSchema'
        'Undo-ScyllaMigration'
    )
    FunctionsToExport      = @()
    AliasesToExport        = @()
    VariablesToExport      = @()
    DscResourcesToExport   = @()
    PrivateData            = @{
        PSData = @{
            Tags         = @('ScyllaDB', 'Cassandra', 'CQL', 'Database', 'Schema', 'Migration', 'DevOps', 'Windows', 'Linux', 'MacOS', 'PSEdition_Desktop', 'PSEdition_Core')
            ReleaseNotes = 'CHANGELOG.md in the module folder tells what is new.'
            LicenseUri   = 'https://www.apache.org/licenses/LICENSE-2.0'
        }
    }
}
