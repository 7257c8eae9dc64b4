using ScyllaMigrations.Clusters;

namespace ScyllaMigrations.Configuration;

/// <summary>How to connect by TLS.</summary>
public sealed record TlsSettings
{
    /// <summary>File with the certificates of trusted authorities (PEM); null for the system's.</summary>
    public string? CaFile { get; init; }

    /// <summary>File with the client's certificate and key (PKCS #12); null for none.</summary>
    public string? CertificateFile { get; init; }

    /// <summary>That file's password; null for none.</summary>
    public Secret? CertificatePassword { get; init; }

    /// <summary>Accept any server certificate.</summary>
    public bool SkipVerify { get; init; }
}
