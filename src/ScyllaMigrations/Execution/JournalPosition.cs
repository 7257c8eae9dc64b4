using System;
using System.Collections.Generic;
using System.Linq;
using ScyllaMigrations.Planning;

namespace ScyllaMigrations.Execution;

/// <summary>How far an interrupted run came, found from the live schema's fingerprints and the outcomes in its journal.</summary>
internal sealed record JournalPosition
{
    /// <summary>How many steps took effect, from the first on; -1 when nothing fits.</summary>
    public required int Done { get; init; }

    /// <summary>The step after <see cref="Done"/> of which nobody can tell whether it took effect; null for none.</summary>
    public JournalStep? InDoubt { get; init; }

    /// <summary>An object that is neither as it was before nor as it should be after any step; null for none.</summary>
    public string? Stranger { get; init; }

    /// <summary>Finds the position.</summary>
    /// <param name="steps">The journal, by number.</param>
    /// <param name="live">Gives an object's fingerprint in the live schema; null when it is absent.</param>
    public static JournalPosition Find(IReadOnlyList<JournalStep> steps, Func<string, string?> live)
    {
        (int low, int high, JournalStep? sending) = Bounds(steps);
        List<int> fitting = Fitting(steps, live, out string? stranger);
        List<int> candidates = [.. fitting.Where(done => done >= low && done <= high)];
        if (candidates.Count == 0)
        {
            return new JournalPosition { Done = -1, Stranger = stranger };
        }

        // What lies between the first and the last candidate changes nothing, except a statement that was being sent.
        int found = candidates[0];
        bool doubt = sending is not null && sending.Number == found + 1 && candidates.Contains(found + 1);
        return new JournalPosition { Done = found, InDoubt = doubt ? sending : null };
    }

    // Outcomes: a step that is done has all before it done; a step without one was not begun, nor was any after it.
    private static (int Low, int High, JournalStep? Sending) Bounds(IReadOnlyList<JournalStep> steps)
    {
        int low = 0;
        JournalStep? sending = null;
        foreach (JournalStep step in steps.Where(step => step.NeedsOutcome))
        {
            switch (step.Outcome)
            {
                case StepOutcome.Done:
                    low = step.Number;
                    break;
                case StepOutcome.Sending:
                    return (Math.Max(low, step.Number - 1), step.Number, step);
                default:
                    return (low, step.Number - 1, sending);
            }
        }

        return (low, steps.Count, sending);
    }

    private static List<int> Fitting(IReadOnlyList<JournalStep> steps, Func<string, string?> live, out string? stranger)
    {
        Dictionary<string, string?> actual = [];
        Dictionary<string, string?> expected = [];
        HashSet<string> everFitting = [];
        foreach (JournalChange change in steps.SelectMany(step => step.Changes))
        {
            if (!expected.ContainsKey(change.Object))
            {
                expected[change.Object] = change.Before;
                actual[change.Object] = live(change.Object);
            }
        }

        int wrong = 0;
        foreach (KeyValuePair<string, string?> entry in expected)
        {
            bool fits = entry.Value == actual[entry.Key];
            wrong += fits ? 0 : 1;
            if (fits)
            {
                everFitting.Add(entry.Key);
            }
        }

        List<int> fitting = [];
        if (wrong == 0)
        {
            fitting.Add(0);
        }

        foreach (JournalStep step in steps)
        {
            if (step.Kind == StepKind.Opaque)
            {
                wrong = ForgetAt(step, steps, expected, actual);
            }

            foreach (JournalChange change in step.Changes)
            {
                bool fitted = expected[change.Object] == actual[change.Object];
                bool fits = change.After == actual[change.Object];
                wrong += (fitted ? 1 : 0) - (fits ? 1 : 0);
                expected[change.Object] = change.After;
                if (fits)
                {
                    everFitting.Add(change.Object);
                }
            }

            if (wrong == 0)
            {
                fitting.Add(step.Number);
            }
        }

        stranger = steps.Any(step => step.Kind == StepKind.Opaque) ? null : expected.Keys.FirstOrDefault(key => !everFitting.Contains(key));
        return fitting;
    }

    // An opaque statement may change anything: from there on an object is what the next step that touches it was journaled to find, else whatever it is.
    private static int ForgetAt(JournalStep opaque, IReadOnlyList<JournalStep> steps, Dictionary<string, string?> expected, Dictionary<string, string?> actual)
    {
        foreach (string key in actual.Keys)
        {
            expected[key] = actual[key];
        }

        if (opaque.Outcome != StepOutcome.Done)
        {
            return 0;
        }

        HashSet<string> seen = [];
        foreach (JournalChange change in steps.Where(step => step.Number > opaque.Number).SelectMany(step => step.Changes).Where(change => seen.Add(change.Object)))
        {
            expected[change.Object] = change.Before;
        }

        return expected.Count(entry => entry.Value != actual[entry.Key]);
    }
}
