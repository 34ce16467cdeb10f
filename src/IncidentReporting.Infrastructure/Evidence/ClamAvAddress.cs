using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace IncidentReporting.Infrastructure.Evidence;

/// <summary>Where the daemon of ClamAV listens: a host with a port, or the path of a Unix socket. Without an address nothing is scanned.</summary>
public sealed record ClamAvAddress
{
    private ClamAvAddress(EndPoint? endPoint) => EndPoint = endPoint;

    public static ClamAvAddress None { get; } = new((EndPoint?)null);

    public bool IsSetUp => EndPoint is not null;

    internal EndPoint? EndPoint { get; }

    /// <summary>Null where the text is no address.</summary>
    public static ClamAvAddress? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return None;
        }

        if (Path.IsPathRooted(text))
        {
            return new ClamAvAddress(new UnixDomainSocketEndPoint(text));
        }

        var colon = text.LastIndexOf(':');
        return colon > 0 && int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= IPEndPoint.MaxPort
            ? new ClamAvAddress(new DnsEndPoint(text[..colon].Trim('[', ']'), port))
            : null;
    }

    internal Socket NewSocket() =>
        EndPoint is UnixDomainSocketEndPoint ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(SocketType.Stream, ProtocolType.Tcp);
}
