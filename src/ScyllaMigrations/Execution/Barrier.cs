using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Cql.Schema;
using ScyllaMigrations.Diagnostics;
using ScyllaMigrations.Planning;

namespace ScyllaMigrations.Execution;

/// <summary>Where agreement is waited for and the live schema is read and held against the prediction.</summary>
internal sealed class Barrier
{
    private readonly ClusterAccess _access;

    public Barrier(ClusterAccess access) => _access = access;

    /// <summary>Waits for agreement, reads the live schema and compares every object that the steps touched.</summary>
    /// <param name="steps">The steps of the run.</param>
    /// <param name="done">How many of them took effect.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The live schema.</returns>
    /// <exception cref="MigrationException">SchemaInvalid: an object is not as predicted, though the server had answered that its change took effect.</exception>
    public async Task<ClusterSchema> ProveAsync(IReadOnlyList<RunStep> steps, int done, CancellationToken cancellationToken)
    {
        await _access.AgreeAsync(cancellationToken).ConfigureAwait(false);
        ClusterSchema live = await _access.ReadSchemaAsync(cancellationToken).ConfigureAwait(false);
        List<RunStep> wrong = [.. Mismatches(steps, done, live)];
        if (wrong.Count == 0)
        {
            return live;
        }

        List<Finding> findings = [.. wrong.Select(step => new Finding(
            "Unproven",
            FindingSeverity.Error,
            $"statement {step.Plan.Number} ({step.Plan.Migration}) was answered with success, but the live schema does not show it")
        {
            File = step.Plan.File,
            Line = step.Plan.Line,
        })];
        throw new MigrationException(
            ErrorCodes.SchemaInvalid,
            $"schema validation failed: the live schema is not the predicted one after statement {done}\n"
                + string.Join("\n", findings)
                + "\nSomebody else changed the schema at the same time, or a node lost the change. Nothing more was sent.",
            findings)
        {
            Subject = wrong[0].Plan.Migration,
        };
    }

    /// <summary>The last step of each object whose fingerprint is not the expected one.</summary>
    private IEnumerable<RunStep> Mismatches(IReadOnlyList<RunStep> steps, int done, ClusterSchema live)
    {
        Dictionary<string, (RunStep Step, string? After)> expected = new(StringComparer.Ordinal);
        foreach (RunStep step in steps.Take(done))
        {
            if (step.Plan.Kind == StepKind.Opaque)
            {
                // What came before was proven before it was sent, and nobody can say what it made of that.
                expected.Clear();
            }

            foreach (JournalChange change in step.Journal.Changes)
            {
                expected[change.Object] = (step, change.After);
            }
        }

        return expected
            .Where(entry => ObjectFingerprint.Of(live, ObjectFingerprint.Parse(entry.Key), _access.PinIds) != entry.Value.After)
            .Select(entry => entry.Value.Step)
            .Distinct()
            .OrderBy(step => step.Plan.Number);
    }
}
