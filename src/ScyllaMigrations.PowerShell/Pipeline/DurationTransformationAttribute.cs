using System;
using System.Management.Automation;
using ScyllaMigrations.Migrations;

namespace ScyllaMigrations.PowerShell.Pipeline;

/// <summary>Lets a TimeSpan parameter take durations as the environment variables do: <c>300s</c>, <c>5m</c>, <c>1h30m</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DurationTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc />
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (value is not string text)
        {
            // A bare number would be taken as ticks by PowerShell, which nobody means.
            return value is TimeSpan ? value : throw new ArgumentTransformationMetadataException($"'{value}' has no unit; {Durations.Expected}.");
        }

        return Durations.TryParse(text, out TimeSpan duration) && duration > TimeSpan.Zero
            ? duration
            : throw new ArgumentTransformationMetadataException($"'{text}' is no duration; {Durations.Expected}.");
    }
}
