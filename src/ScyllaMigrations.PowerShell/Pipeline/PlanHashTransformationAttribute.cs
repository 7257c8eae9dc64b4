using System;
using System.Management.Automation;
using ScyllaMigrations.Reporting;

namespace ScyllaMigrations.PowerShell.Pipeline;

/// <summary>Lets a plan stand for its hash.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PlanHashTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc />
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is PlanReport plan ? plan.PlanHash : inputData;
}
