using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ScyllaMigrations.Cli.Interaction;

namespace ScyllaMigrations.Tests.Cli;

/// <summary>A person whose answers are known before. A choice is answered by its first word; an unexpected question fails the test.</summary>
internal sealed class ScriptedPrompter(params string[] answers) : IPrompter
{
    private readonly Queue<string> _answers = new(answers);

    public List<string> Questions { get; } = [];

    public Task<string> ChooseAsync(string title, IReadOnlyList<string> choices, CancellationToken cancellationToken)
    {
        string answer = Next(title, cancellationToken);
        return Task.FromResult(choices.Single(choice => choice.Split(' ')[0] == answer));
    }

    public Task<bool> ConfirmAsync(string question, CancellationToken cancellationToken) => Task.FromResult(Next(question, cancellationToken) == "yes");

    public Task<string> AskAsync(string question, CancellationToken cancellationToken) => Task.FromResult(Next(question, cancellationToken));

    private string Next(string question, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Questions.Add(question);
        return _answers.TryDequeue(out string? answer) ? answer : throw new InvalidOperationException("Nobody answers: " + question);
    }
}
