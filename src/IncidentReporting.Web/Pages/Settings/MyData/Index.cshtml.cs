using IncidentReporting.Application.Access;
using IncidentReporting.Application.SubjectAccess;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncidentReporting.Web.Pages.Settings.MyData;

/// <summary>What is held about the person who asks, in words; the whole of it to take away.</summary>
[Allow(nameof(Operations.ReadMyData))]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    internal PersonData Data { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Data = await mediator.Send(new GetMyDataQuery(), cancellationToken);
}
