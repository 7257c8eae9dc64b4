using System.Threading;
using System.Threading.Tasks;

namespace ScyllaMigrations.Clusters;

/// <summary>Sends statements to a cluster. Safe to use from several threads.</summary>
public interface ICqlSession
{
    /// <summary>Sends one statement and waits for its whole answer.</summary>
    /// <exception cref="CqlServerException">The server answered with an error.</exception>
    /// <exception cref="AmbiguousRequestException">No answer came (timeout, lost connection, or a timeout or unknown outcome told by the server): the statement may or may not have taken effect.</exception>
    /// <exception cref="Diagnostics.MigrationException">No host could be asked at all (ConnectionFailed): the statement was not sent.</exception>
    /// <exception cref="System.OperationCanceledException">Cancelled; the statement may have been sent.</exception>
    Task<CqlResult> ExecuteAsync(CqlRequest request, CancellationToken cancellationToken);
}
