using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace ScyllaMigrations.Cli.Interaction;

/// <summary>Asks the person at the terminal.</summary>
internal interface IPrompter
{
    /// <summary>Lets choose one of several; gives the chosen text.</summary>
    Task<string> ChooseAsync(string title, IReadOnlyList<string> choices, CancellationToken cancellationToken);

    /// <summary>Asks for yes or no; no is the default.</summary>
    Task<bool> ConfirmAsync(string question, CancellationToken cancellationToken);

    /// <summary>Asks for a text; may be empty.</summary>
    Task<string> AskAsync(string question, CancellationToken cancellationToken);
}
