using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Statistics.GetGrid;
using IncidentReporting.Application.Statistics.GetPacket;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncidentReporting.Web.Pages.Statistics.Sharing;

/// <summary>Figures that may be passed on, signed, and what may be said of them.</summary>
[Allow(nameof(Operations.ReadSharingPacket))]
internal sealed class IndexModel(IMediator mediator, ICurrentUser user) : PageModel
{
    internal FigureChoices Choices { get; private set; } = null!;

    /// <summary>Whose figures are in it.</summary>
    public IReadOnlyList<string> Employers { get; private set; } = [];

    public string? Period { get; private set; }

    /// <summary>True for the union, which has those of every employer that shares.</summary>
    public bool IsUnion => user.Roles.Any(held => held.Role == Role.UnionReader);

    /// <summary>True after it was refused: the employer does not share.</summary>
    public bool IsRefused { get; private set; }

    public async Task OnGetAsync(string? period, bool refused, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        await ReadAsync(period, cancellationToken);
        IsRefused = refused;
    }

    public async Task<IActionResult> OnGetFileAsync(string? period, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        try
        {
            var answer = await mediator.TryAskAsync(new GetPacketQuery(period), ModelState, cancellationToken);
            if (answer.Sent)
            {
                return File(answer.Value!.Content, PacketResult.MediaType, answer.Value.Name);
            }
        }
        catch (NotAllowedException)
        {
            return Redirect("/statistics/packet?refused=true");
        }

        await ReadAsync(period, cancellationToken);
        return Page();
    }

    private async Task ReadAsync(string? period, CancellationToken cancellationToken)
    {
        var grid = await mediator.Send(new GetGridQuery(), cancellationToken);
        Choices = new FigureChoices(grid);
        Employers = [.. grid.Nodes.Where(node => node.Kind == "employer").Select(node => node.Name)];
        Period = period ?? (Choices.Years.Count > 0 ? Choices.Years[0].Value : null);
    }
}
