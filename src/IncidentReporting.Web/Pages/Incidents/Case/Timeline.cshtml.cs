using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.ListTimeline;
using IncidentReporting.Domain.Common;
using IncidentReporting.Web.Hosting;
using MediatR;
using static IncidentReporting.Web.Pages.Incidents.Case.CaseTexts;

namespace IncidentReporting.Web.Pages.Incidents.Case;

/// <summary>Everything that has happened, the latest first.</summary>
[Allow(nameof(Operations.ListTimeline))]
internal sealed class TimelineModel(IMediator mediator, ICurrentUser user, TimeProvider time) : CasePage(mediator)
{
    public DateTimeOffset Now { get; } = time.Now();

    public IReadOnlyList<IGrouping<DateOnly, TimelineItem>> Days { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        var timeline = await Mediator.Send(new ListTimelineQuery(Reference), cancellationToken);
        Days = [.. timeline.Items.Reverse().GroupBy(item => ShownZone.DayOf(item.At))];
    }

    /// <summary>Who did it, and in which part; "Du" needs none.</summary>
    public string? NameOf(TimelineItem item) =>
        item.By is not { } person ? null
        : person.Id == user.Id ? Begun(T("you"))
        : item.Role is { } role ? T("name_as", person.Name, Known("role", SnakeCase.Of(role)))
        : person.Name;
}
