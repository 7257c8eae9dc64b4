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
