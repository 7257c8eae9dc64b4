using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace ScyllaMigrations.Tests.PowerShell;

/// <summary>What users rely on in any cmdlet, checked on the compiled assembly.</summary>
public sealed class CmdletShapeTests
{
    // Of PowerShell's approved verbs, those that this module's actions map to.
    private static readonly string[] Verbs =
    [
        "Backup", "Compare", "Connect", "Disconnect", "Export", "Get", "Import", "Invoke", "New", "Repair", "Restore", "Test", "Undo", "Unlock",
    ];

    private static readonly string[] Changers = ["Backup", "Export", "Import", "Invoke", "New", "Repair", "Restore", "Undo", "Unlock"];
    private static readonly string[] Dangerous = ["Repair", "Restore", "Undo", "Unlock"];

    // Names that PowerShell gives to every cmdlet, and those that its guidelines reserve.
    private static readonly string[] Reserved =
    [
        "Confirm", "Debug", "ErrorAction", "ErrorVariable", "InformationAction", "InformationVariable", "OutBuffer", "OutVariable", "PipelineVariable",
        "ProgressAction", "UseTransaction", "Verbose", "WarningAction", "WarningVariable", "WhatIf",
    ];

    public static TheoryData<string> Names() => [.. CmdletClass.All.Select(cmdlet => cmdlet.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_cmdlet_is_named_by_an_approved_verb_and_a_singular_noun_with_the_product(string name)
    {
        CmdletClass cmdlet = Find(name);
        Assert.Contains(cmdlet.Verb, Verbs);
        Assert.StartsWith("Scylla", cmdlet.Noun, StringComparison.Ordinal);
        Assert.False(cmdlet.Noun.EndsWith('s') && !cmdlet.Noun.EndsWith("Status", StringComparison.Ordinal), $"{cmdlet.Noun} is a plural");
        Assert.Equal(cmdlet.Verb + cmdlet.Noun + "Command", cmdlet.ClassName);
        Assert.True(cmdlet.Sealed);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_cmdlet_says_what_it_puts_out(string name) => Assert.NotEmpty(Find(name).OutputTypes);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_cmdlet_that_changes_something_asks_first_and_a_dangerous_one_asks_always(string name)
    {
        CmdletClass cmdlet = Find(name);
        bool changes = Changers.Contains(cmdlet.Verb) || cmdlet.Parameters.Any(parameter => parameter.Name.StartsWith("Update", StringComparison.Ordinal));
        Assert.Equal(changes, cmdlet.ShouldProcess);
        if (cmdlet.ShouldProcess)
        {
            Assert.Equal(Dangerous.Contains(cmdlet.Verb) ? "High" : "Medium", cmdlet.ConfirmImpact);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Parameters_have_plain_names_and_types_that_say_what_fits(string name)
    {
        foreach (CmdletParameter parameter in Find(name).Parameters)
        {
            Assert.DoesNotContain(parameter.Name, Reserved);
            Assert.Matches("^[A-Z][A-Za-z]+$", parameter.Name);
            Assert.NotEqual("System.Boolean", parameter.Type);
            Assert.NotEqual("System.Object", parameter.Type);
            Assert.False(parameter.Name.Contains("Password", StringComparison.Ordinal), "a password belongs into a PSCredential");
            if (parameter.Type == "System.Management.Automation.PSCredential")
            {
                Assert.Contains("CredentialAttribute", parameter.Attributes);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Only_one_parameter_of_a_set_takes_the_pipeline_itself(string name)
    {
        IEnumerable<string> sets = Find(name).Parameters.SelectMany(parameter => parameter.ByValueIn);
        Assert.Equal(sets.Distinct(StringComparer.Ordinal), sets);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Path_takes_wildcards_and_items_of_the_shell_and_LiteralPath_takes_text_as_it_is(string name)
    {
        CmdletClass cmdlet = Find(name);
        if (cmdlet.Verb == "New")
        {
            // What is to be made is not there to be matched.
            Assert.DoesNotContain("SupportsWildcardsAttribute", cmdlet.Parameter("Path")!.Attributes);
            return;
        }

        if (cmdlet.Parameter("Path") is not { } path || cmdlet.Parameter("LiteralPath") is not { } literal)
        {
            Assert.Equal(cmdlet.Parameter("Path") is null, cmdlet.Parameter("LiteralPath") is null);
            return;
        }

        Assert.Contains("PSPath", path.Aliases);
        Assert.Contains("SupportsWildcardsAttribute", path.Attributes);
        Assert.DoesNotContain("SupportsWildcardsAttribute", literal.Attributes);
        Assert.True(path.ByPropertyName);
    }

    private static CmdletClass Find(string name) => CmdletClass.All.Single(cmdlet => cmdlet.Name == name);
}
