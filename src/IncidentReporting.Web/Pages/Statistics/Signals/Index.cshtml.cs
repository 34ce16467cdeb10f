using IncidentReporting.Application.Access;
using IncidentReporting.Application.Statistics.Signals;
using IncidentReporting.Application.Statistics.Signals.List;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncidentReporting.Web.Pages.Statistics.Signals;

/// <summary>How my units stand in the early warning.</summary>
[Allow(nameof(Operations.ReadSignals))]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    public IReadOnlyList<SignalItem> Items { get; private set; } = [];

    /// <summary>What waits first, then what is calm, then what cannot be followed.</summary>
    public IEnumerable<(string Name, IReadOnlyList<SignalItem> Items)> Groups =>
        new[]
        {
            ("waits", (IReadOnlyList<SignalItem>)[.. Items.Where(item => item.Id is not null).OrderByDescending(item => item.State)]),
            ("calm", [.. Items.Where(item => item.State is SignalLevel.Calm)]),
            ("too_little", [.. Items.Where(item => item.State is SignalLevel.TooLittleHistory)]),
        }.Where(group => group.Item2.Count > 0);

    public async Task OnGetAsync(CancellationToken cancellationToken) => Items = (await mediator.Send(new ListSignalsQuery(Unit: null), cancellationToken)).Items;
}
