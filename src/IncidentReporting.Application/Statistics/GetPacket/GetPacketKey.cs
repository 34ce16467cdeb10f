using IncidentReporting.Application.Common;
using MediatR;

namespace IncidentReporting.Application.Statistics.GetPacket;

/// <summary>The key that packets are checked with.</summary>
public sealed record GetPacketKeyQuery : IQuery<string>;

internal sealed class GetPacketKeyHandler(IPacketSigner signer) : IRequestHandler<GetPacketKeyQuery, string>
{
    public Task<string> Handle(GetPacketKeyQuery request, CancellationToken cancellationToken) => Task.FromResult(signer.PublicKey());
}
