#!/usr/bin/env pwsh
<#
.SYNOPSIS
    Build, Test, Pack or Install the module. Needs the .NET SDK; Pester only for Test.
.EXAMPLE
    ./build.ps1 Pack
    Lays out artifacts/ScyllaMigrations/VERSION as a gallery gets it.
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Pack', 'Install')]
    [string] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release',

    # Leaves the driver adapter out: the module then works on embedded clusters only.
    [switch] $WithoutDriver,

    # Where Install puts the module; by default the current user's module folder.
    [string] $Destination
)

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$root = $PSScriptRoot
$manifest = Join-Path $root 'ScyllaMigrations.psd1'

function Invoke-Dotnet {
    & dotnet @args
    if ($LASTEXITCODE -ne 0) { throw "dotnet $($args[0]) $($args[1]) ended with exit code $LASTEXITCODE." }
}

function Build {
    Invoke-Dotnet build (Join-Path $root 'ScyllaMigrations.sln') -c $Configuration --nologo -v quiet
    if (-not $WithoutDriver) { BuildDriver }
}

function BuildDriver {
    Invoke-Dotnet build (Join-Path $root 'src/ScyllaMigrations.Driver') -c $Configuration --nologo -v quiet
}

function Pack {
    $version = (Import-PowerShellDataFile $manifest).ModuleVersion
    $package = Join-Path $root "artifacts/ScyllaMigrations/$version"
    if (Test-Path $package) { Remove-Item $package -Recurse -Force }
    $null = New-Item (Join-Path $package 'module') -ItemType Directory -Force

    Invoke-Dotnet build (Join-Path $root 'src/ScyllaMigrations.PowerShell') -c $Configuration --nologo -v quiet "-p:ModuleDirectory=$package/module/"
    foreach ($file in 'ScyllaMigrations.psd1', 'LICENSE', 'README.md', 'CHANGELOG.md') {
        $source = Join-Path $root $file
        if (Test-Path $source) { Copy-Item $source $package }
    }
    Copy-Item (Join-Path $root 'module/*.ps1xml') (Join-Path $package 'module')
    foreach ($help in Get-ChildItem (Join-Path $root 'module') -Directory | Where-Object Name -Match '^[a-z]{2}-[A-Z]{2}$') {
        Copy-Item $help.FullName (Join-Path $package 'module') -Recurse
    }
    if (-not $WithoutDriver) { PackDriver $package }
    AssertPackage $package
    Write-Output "Packed $package"
}

function PackDriver([string] $package) {
    BuildDriver
    $drivers = Join-Path $root 'module/drivers'
    foreach ($edition in 'core', 'desktop') {
        if (-not (Test-Path (Join-Path $drivers "cassandra/$edition/*.dll"))) {
            throw "The driver adapter is missing: module/drivers/cassandra/$edition holds no assembly. Pack with -WithoutDriver to leave it out on purpose."
        }
    }
    Copy-Item $drivers (Join-Path $package 'module') -Recurse
}

# What must never be shipped: PowerShell itself, a second copy of the library beside the driver, and on PowerShell 7 what its own box holds.
function AssertPackage([string] $package) {
    $files = Get-ChildItem $package -Recurse -File | ForEach-Object { $_.FullName.Substring($package.Length + 1).Replace('\', '/') }
    $wrong = @($files | Where-Object {
            $_ -match '(^|/)System\.Management\.Automation\.dll$' -or
            $_ -match '^module/bin/System\.[^/]+\.dll$' -or
            $_ -match '^module/drivers/.*/ScyllaMigrations(\.Cql|\.Embedded|\.PowerShell)?\.dll$' -or
            $_ -match '\.(pdb|xml|json)$' -and $_ -notmatch '-help\.xml$|\.deps\.json$'
        })
    if ($wrong) { throw "The package holds files that must not be shipped: $($wrong -join ', ')" }
    $null = Test-ModuleManifest (Join-Path $package 'ScyllaMigrations.psd1')
}

function Test {
    Invoke-Dotnet test (Join-Path $root 'ScyllaMigrations.sln') -c $Configuration --nologo -v quiet
    Pack
    if (-not (Get-Module -ListAvailable Pester | Where-Object Version -GE '5.0')) { throw 'Pester 5 is not installed: the tests of the packed module cannot run.' }
    $version = (Import-PowerShellDataFile $manifest).ModuleVersion
    $env:SCYLLAMIGRATIONS_TEST_MODULE = Join-Path $root "artifacts/ScyllaMigrations/$version/ScyllaMigrations.psd1"
    try {
        # A process of its own: assemblies once loaded here would hide the packed ones.
        $command = "`$c = New-PesterConfiguration; `$c.Run.Path = '$root/tests/module'; `$c.Run.Exit = `$true; Invoke-Pester -Configuration `$c"
        & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -Command $command
        if ($LASTEXITCODE -ne 0) { throw "Pester ended with exit code $LASTEXITCODE." }
    }
    finally {
        Remove-Item Env:SCYLLAMIGRATIONS_TEST_MODULE
    }
}

function Install {
    Pack
    if (-not $Destination) { $Destination = @($env:PSModulePath -split [IO.Path]::PathSeparator)[0] }
    $target = Join-Path $Destination 'ScyllaMigrations'
    $null = New-Item $target -ItemType Directory -Force
    Copy-Item (Join-Path $root 'artifacts/ScyllaMigrations/*') $target -Recurse -Force
    Write-Output "Installed to $target"
}

& $Task
