using IncidentReporting.Application.Access;
using IncidentReporting.Application.Accounts;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Health.GetState;
using IncidentReporting.Application.Incidents.ListOwn;
using IncidentReporting.Application.Incidents.ListUnsigned;
using IncidentReporting.Application.MeasureRequests.List;
using IncidentReporting.Application.Statistics.GetGrid;
using IncidentReporting.Application.Statistics.GetIndicators;
using IncidentReporting.Application.Statistics.GetSeries;
using IncidentReporting.Application.Statistics.Signals.ListOpen;
using IncidentReporting.Application.Tasks.ListUrgent;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Statistics;
using IncidentReporting.Web.Components.Duties;
using IncidentReporting.Web.Components.Figures;
using IncidentReporting.Web.Hosting;
using IncidentReporting.Web.Pages.Statistics;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Paging = IncidentReporting.Application.Common.Page;

namespace IncidentReporting.Web.Pages.Start;

/// <summary>The first page: report, my cases with their next step, and what my roles need of me now.</summary>
[Allow(nameof(Operations.ReadPages))]
internal sealed class IndexModel(CurrentUser user, IMediator mediator, TimeProvider time) : PageModel
{
    private const int MostCases = 5;
    private const int MostDuties = 5;

    private static readonly Role[] Acting =
        [Role.Manager, Role.Deputy, Role.Coordinator, Role.SafetyRepresentative, Role.HeadSafetyRepresentative];

    public string FirstName => user.Caller.Name.Split(' ')[0];

    public DateTimeOffset Now { get; } = time.Now();

    public IReadOnlyList<OwnLine> Own { get; private set; } = [];

    public bool HasMoreOwn { get; private set; }

    public IReadOnlyList<DutyRow> Duties { get; private set; } = [];

    public int DutyCount { get; private set; }

    public int OverdueCount { get; private set; }

    /// <summary>Early warnings that wait.</summary>
    public IReadOnlyList<OpenSignal> Signals { get; private set; } = [];

    public RepresentativeNeeds? Representative { get; private set; }

    public ServiceState? Service { get; private set; }

    /// <summary>Whether my roles give me duties in other people's cases.</summary>
    public bool Acts => Holds(Acting);

    /// <summary>Whether my work is the figures.</summary>
    public bool ReadsFigures => Holds(Role.Analyst, Role.UnionReader);

    /// <summary>The latest year's; none before anything is frozen.</summary>
    public IReadOnlyList<KeyFigure> Figures { get; private set; } = [];

    /// <summary>Whose they are, and of what year.</summary>
    public string FiguresOf { get; private set; } = string.Empty;

    public bool ReadsLog => Holds(Role.Auditor, Role.DataProtectionOfficer);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var own = await mediator.Send(new ListOwnIncidentsQuery(new Paging(MostCases)), cancellationToken);
        (Own, HasMoreOwn) = ([.. own.Items.OrderByDescending(item => item.Asked is not null).Select(item => OwnLine.Of(item, Now))], own.Next is not null);
        if (Acts)
        {
            await ReadDutiesAsync(cancellationToken);
            Signals = await mediator.Send(new ListOpenSignalsQuery(), cancellationToken);
        }

        if (Holds(Role.SafetyRepresentative, Role.HeadSafetyRepresentative))
        {
            var unsigned = await mediator.Send(new ListUnsignedActionsQuery(), cancellationToken);
            var requests = await mediator.Send(new ListMeasureRequestsQuery(new Paging(Paging.MaxLimit)), cancellationToken);
            var today = ShownZone.DayOf(Now);
            Representative = new RepresentativeNeeds(
                unsigned.Items.Count, requests.Items.Count(request => request.State == "answered"),
                requests.Items.Count(request => request.State == "open" && request.AnswerBy < today));
        }

        if (ReadsFigures)
        {
            await ReadFiguresAsync(cancellationToken);
        }

        if (Holds(Role.Administrator))
        {
            Service = await mediator.Send(new GetServiceStateQuery(), cancellationToken);
        }
    }

    private async Task ReadDutiesAsync(CancellationToken cancellationToken)
    {
        var urgent = await mediator.Send(new ListUrgentTasksQuery(MostDuties), cancellationToken);
        Duties = [.. urgent.Items.Select(task => Tasks.IndexModel.Row(task) with { Why = null })];
        (DutyCount, OverdueCount) = (urgent.Near, urgent.Overdue);
    }

    private async Task ReadFiguresAsync(CancellationToken cancellationToken)
    {
        var grid = await mediator.Send(new GetGridQuery(), cancellationToken);
        if (grid.Periods.Select(period => StatPeriod.Find(period.Period)).LastOrDefault(period => period is { Kind: PeriodKind.Year }) is not { } year)
        {
            return;
        }

        var indicators = await mediator.Send(new GetIndicatorsQuery(year.ToString(), Node: null), cancellationToken);
        var years = await mediator.Send(new GetSeriesQuery("incidents", Node: null, year.Previous().ToString(), year.ToString(), "year", By: null), cancellationToken);
        Figures = KeyFigures.Of(indicators, years);
        FiguresOf = $"{indicators.Node.Name}, {indicators.Period}";
    }

    private bool Holds(params Role[] roles) => user.Roles.Any(held => roles.Contains(held.Role));
}

/// <param name="Unsigned">Planned actions to take part in.</param>
/// <param name="Answered">Requests with an answer to judge.</param>
/// <param name="Late">Requests without an answer in time.</param>
public sealed record RepresentativeNeeds(int Unsigned, int Answered, int Late)
{
    public bool Any => Unsigned + Answered + Late > 0;
}
