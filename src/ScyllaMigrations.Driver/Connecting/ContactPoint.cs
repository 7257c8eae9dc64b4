using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;
using ScyllaMigrations.Clusters;
using ScyllaMigrations.Diagnostics;

namespace ScyllaMigrations.Driver.Connecting;

/// <summary>A contact point as given: a name or address with an optional port; an IPv6 address with a port stands in brackets.</summary>
internal sealed record ContactPoint(string Host, int Port)
{
    /// <summary>Host and port, as results show it.</summary>
    public override string ToString() =>
        (Host.Split(':').Length > 1 ? $"[{Host}]" : Host) + ":" + Port.ToString(CultureInfo.InvariantCulture);

    /// <exception cref="MigrationException">ConfigurationInvalid: a text is no contact point, or there is none.</exception>
    public static IReadOnlyList<ContactPoint> ParseAll(ClusterOptions options)
    {
        List<ContactPoint> points = [.. options.ContactPoints.Select(text => Parse(text.Trim(), options.Port)).Distinct()];
        return points.Count > 0 ? points : throw Invalid("no contact point is given");
    }

    private static ContactPoint Parse(string text, int defaultPort)
    {
        string host = text;
        string port = string.Empty;
        int colon = text.LastIndexOf(':');
        if (text.StartsWith("[", StringComparison.Ordinal) && text.IndexOf(']') is > 0 and var bracket)
        {
            host = text.Substring(1, bracket - 1);
            port = text.Substring(bracket + 1).TrimStart(':');
        }
        else if (colon >= 0 && text.IndexOf(':') == colon)
        {
            host = text.Substring(0, colon);
            port = text.Substring(colon + 1);
        }

        int number = defaultPort;
        bool portFits = port.Length == 0 || int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out number);
        return host.Length > 0 && portFits && number is > 0 and <= 65535
            ? new ContactPoint(host, number)
            : throw Invalid($"'{text}' is no contact point; expected HOST or HOST:PORT");
    }

    /// <summary>The addresses of a name.</summary>
    /// <exception cref="SocketException">The name cannot be resolved.</exception>
    public async Task<IReadOnlyList<IPEndPoint>> ResolveAsync()
    {
        IPAddress[] addresses = IPAddress.TryParse(Host, out IPAddress? address)
            ? [address]
            : await Dns.GetHostAddressesAsync(Host).ConfigureAwait(false);
        return [.. addresses.Select(a => new IPEndPoint(a, Port))];
    }

    private static MigrationException Invalid(string message) => new(ErrorCodes.ConfigurationInvalid, message);
}
