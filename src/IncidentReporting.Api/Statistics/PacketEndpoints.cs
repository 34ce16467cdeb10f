using IncidentReporting.Api.Routing;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Statistics.GetPacket;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IncidentReporting.Api.Statistics;

/// <summary>Figures to pass on, signed.</summary>
internal sealed class PacketEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        var statistics = api.MapGroup("/statistics").WithTags("Statistics");
        statistics.MapGet("/packet", Packet).Allow(Operations.ReadSharingPacket).Produces(StatusCodes.Status200OK, contentType: PacketResult.MediaType)
            .WithSummary("Figures of a year that may be passed on: packet.json with the tables, its signature (ECDSA P-256, SHA-256, DER), the same as CSV, and what may be said. For a union those of each employer that shares, never their sum.");
        statistics.MapGet("/packet-key", Key).Allow(Operations.ReadSharingKey).Produces(StatusCodes.Status200OK, contentType: "application/x-pem-file")
            .WithSummary("The public key that packets are checked with, in PEM.");
    }

    private static async Task<FileContentHttpResult> Packet(string? period, IMediator sender, CancellationToken ct)
    {
        var packet = await sender.Send(new GetPacketQuery(period), ct);
        return TypedResults.File(packet.Content, PacketResult.MediaType, packet.Name);
    }

    private static async Task<ContentHttpResult> Key(IMediator sender, CancellationToken ct) =>
        TypedResults.Text(await sender.Send(new GetPacketKeyQuery(), ct), "application/x-pem-file");
}
