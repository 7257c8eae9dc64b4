@{
    RootModule           = 'module/bin/ScyllaMigrations.PowerShell.dll'
    ModuleVersion        = '0.1.0'
    GUID                 = '5d0c3f0e-6f0a-4a53-9d0f-3b0c1b9a7e42'
    Author               = 'ScyllaMigrations contributors'
    CompanyName          = 'ScyllaMigrations'
    Copyright            = '(c) ScyllaMigrations contributors. Apache-2.0.'
    Description          = 'Schema migrations for ScyllaDB and Apache Cassandra.'
    PowerShellVersion    = '5.1'
    CompatiblePSEditions = @('Desktop', 'Core')
}
