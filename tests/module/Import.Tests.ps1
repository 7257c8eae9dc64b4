BeforeAll { . "$PSScriptRoot/ModuleUnderTest.ps1" }

Describe 'Import-Module ScyllaMigrations' {
    It 'says nothing and leaves the environment and global variables as they were' {
        $result = Invoke-InNewShell @'
$PSDefaultParameterValues = @{}; $null = $error.Count, $matches, $input, $args
$environment = @(Get-ChildItem Env: | Sort-Object Name | ForEach-Object { "$($_.Name)=$($_.Value)" })
$variables = @(Get-Variable -Scope Global | ForEach-Object Name) + 'environment', 'variables', 'streams'
$streams = Import-Module $ModuleManifest *>&1
"streams:$(@($streams).Count)"
"environment:$(@(Compare-Object $environment @(Get-ChildItem Env: | Sort-Object Name | ForEach-Object { "$($_.Name)=$($_.Value)" })).Count)"
"variables:$(@(Get-Variable -Scope Global | Where-Object { $variables -notcontains $_.Name }).Count)"
'@
        $result.Text | Should -Match 'streams:0'
        $result.Text | Should -Match 'environment:0'
        $result.Text | Should -Match 'variables:0'
    }

    It 'works again with -Force and after Remove-Module' {
        $result = Invoke-InNewShell @'
$ErrorActionPreference = 'Stop'
Import-Module $ModuleManifest; Import-Module $ModuleManifest -Force
Remove-Module ScyllaMigrations; Import-Module $ModuleManifest
"commands:$(@(Get-Command -Module ScyllaMigrations).Count)"
'@
        $result.Text | Should -Match "commands:$(@(Get-Command -Module ScyllaMigrations).Count)"
        $result.ExitCode | Should -Be 0
    }

    It 'loads no assembly of its own that the host has in its box' -Skip:($PSEdition -ne 'Core') {
        $result = Invoke-InNewShell @'
Import-Module $ModuleManifest
Disconnect-ScyllaCluster -ErrorAction SilentlyContinue
$null = [System.Text.Json.JsonSerializer]
"facade:$([ScyllaMigrations.Clusters.ICluster].GetInterfaces().Assembly -contains [object].Assembly)"
$folder = Split-Path $ModuleManifest
[AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.Location -like "$folder*" } | ForEach-Object { "loaded:$($_.GetName().Name)" }
"json:$([System.Text.Json.JsonSerializer].Assembly.Location)"
'@
        $result.Text | Should -Match 'loaded:ScyllaMigrations\.PowerShell'
        $result.Text | Should -Match 'facade:True'
        $result.Text | Should -Not -Match 'loaded:(?!ScyllaMigrations|Microsoft\.Bcl\.AsyncInterfaces)'
        $result.Text | Should -Not -Match "json:$([regex]::Escape((Split-Path $ModuleManifest)))"
    }
}

Describe 'The manifest' {
    It 'is accepted by PowerShell itself' {
        { Test-ModuleManifest $ModuleManifest -ErrorAction Stop -WarningAction Stop } | Should -Not -Throw
    }

    It 'lists exactly what is exported' {
        $listed = (Import-PowerShellDataFile $ModuleManifest).CmdletsToExport
        (Get-Command -Module ScyllaMigrations).Name | Sort-Object | Should -Be ($listed | Sort-Object)
    }

    It 'ships what Windows PowerShell lacks, and only for it' {
        $bin = Join-Path (Split-Path $ModuleManifest) 'module/bin'
        Test-Path (Join-Path $bin 'desktop/System.Text.Json.dll') | Should -BeTrue
        @(Get-ChildItem $bin -Filter *.dll | Where-Object Name -NotLike 'ScyllaMigrations*') | Should -BeNullOrEmpty
        @(Get-ChildItem (Join-Path $bin 'core') -Filter *.dll).Name | Sort-Object | Should -Be 'Microsoft.Bcl.AsyncInterfaces.dll', 'ScyllaMigrations.DriverHost.dll'
    }
}
