# Shared set-up: dot-source it in BeforeAll. Imports the packed module that SCYLLAMIGRATIONS_TEST_MODULE names, else the one in the tree, which `dotnet build` makes.
Set-StrictMode -Version 2.0

$script:RepositoryRoot = (Resolve-Path (Join-Path $PSScriptRoot '../..')).Path
$script:ModuleManifest = if ($env:SCYLLAMIGRATIONS_TEST_MODULE) { $env:SCYLLAMIGRATIONS_TEST_MODULE } else { Join-Path $RepositoryRoot 'ScyllaMigrations.psd1' }
if (-not (Test-Path (Join-Path (Split-Path $ModuleManifest) 'module/bin/ScyllaMigrations.PowerShell.dll'))) {
    throw "The module is not built: run 'dotnet build' first."
}
Import-Module $ModuleManifest

# Settings of the machine must not reach the tests.
Get-ChildItem Env: | Where-Object Name -Like 'SCYLLADB_*' | ForEach-Object { Remove-Item "Env:$($_.Name)" }

# Runs a script in a PowerShell of its own, with the module imported, and gives what it wrote to all its streams as text.
function Invoke-InNewShell {
    param([string] $Script, [string[]] $ArgumentList = @())
    $file = Join-Path ([IO.Path]::GetTempPath()) ([IO.Path]::GetRandomFileName() + '.ps1')
    Set-Content $file "param(`$ModuleManifest)`n$Script"
    try {
        $text = & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -File $file $ModuleManifest @ArgumentList 2>&1 | Out-String
        [pscustomobject]@{ ExitCode = $LASTEXITCODE; Text = $text }
    }
    finally {
        Remove-Item $file
    }
}

# A folder of migrations in Pester's TestDrive: two versions that add things, and with -Lossy a third that drops a column.
function New-MigrationFolder {
    param([string] $Name = 'migrations', [switch] $Lossy)
    $folder = (New-Item (Join-Path $TestDrive $Name) -ItemType Directory -Force).FullName
    Set-Content -LiteralPath "$folder/V1.0.0__initial_schema.cql" @'
CREATE KEYSPACE app WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1};
CREATE TABLE app.pins (cid text PRIMARY KEY, size bigint, note text);
'@
    Set-Content -LiteralPath "$folder/V1.1.0__enhanced_metadata.cql" "ALTER TABLE app.pins ADD owner text;`nALTER TABLE app.pins ADD seen timestamp;"
    Set-Content -LiteralPath "$folder/V1.1.0__enhanced_metadata.down.cql" "ALTER TABLE app.pins DROP owner;`nALTER TABLE app.pins DROP seen;"
    if ($Lossy) { Set-Content -LiteralPath "$folder/V2.0.0__no_notes.cql" 'ALTER TABLE app.pins DROP note;' }
    Set-Content -LiteralPath "$folder/scylla-migrations.json" '{ "keyspace": "app", "environments": { "test": { "keyspace": "app test" } } }'
    $folder
}

# What completion offers at the end of a command line.
function Get-Completion([string] $Line) {
    @([System.Management.Automation.CommandCompletion]::CompleteInput($Line, $Line.Length, $null).CompletionMatches)
}
