using System.Text.Json.Nodes;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Codes.ListLegalCards;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Correct;
using IncidentReporting.Application.Incidents.ListTimeline;
using IncidentReporting.Application.Incidents.ShowReaders;
using IncidentReporting.Application.SupportDirectory;
using IncidentReporting.Application.SupportDirectory.Get;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using static IncidentReporting.Web.Pages.Incidents.Case.CaseTexts;

namespace IncidentReporting.Web.Pages.Incidents.Case;

/// <summary>All of it on one page: what has happened, what comes next, what one can get, and who to call. It comes back by mail until it is declined.</summary>
[Allow(nameof(Operations.ReadIncident))]
internal sealed class InformationModel(IMediator mediator, ICurrentUser user, TimeProvider time) : CasePage(mediator)
{
    // What stands for those who handle the case among themselves is left out of the page to take along.
    private static readonly HashSet<string> Told =
        ["submitted", "acknowledged", "assessed", "support_offered", "support_delivered", "police_event", "notice_recorded", "action_planned", "follow_up_held", "closure_proposed", "closed", "reopened", "withdrawn", "handed_over"];

    private const int CardsShown = 5;

    public DateTimeOffset Now { get; } = time.Now();

    public NextStep Next { get; private set; } = null!;

    public IReadOnlyList<TimelineItem> Happened { get; private set; } = [];

    public IReadOnlyList<SupportItem> Offered { get; private set; } = [];

    public IReadOnlyList<LegalCardResult> Cards { get; private set; } = [];

    public IReadOnlyList<(string Name, string Part)> People { get; private set; } = [];

    public bool Declined => Case.InformationDeclined.Value;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        return Page();
    }

    [Allow(nameof(Operations.CorrectIncident))]
    public async Task<IActionResult> OnPostAsync(bool declined, CancellationToken cancellationToken)
    {
        var patch = new MergePatch<ReportChange>(new JsonObject { ["informationDeclined"] = declined });
        if (await Mediator.TrySendAsync(new CorrectCommand(Reference, patch, ExpectedVersion.Any), ModelState, cancellationToken))
        {
            return Redirect($"{Address("/information")}?done={(declined ? "information_declined" : "information_wanted")}");
        }

        await OpenAsync(cancellationToken);
        return Page();
    }

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        if (!IsExposed || Case.State == IncidentState.Draft)
        {
            throw new NotAllowedException();
        }

        Next = NextStep.Of(Case, user.Id);
        var timeline = await Mediator.Send(new ListTimelineQuery(Reference), cancellationToken);
        Happened = [.. timeline.Items.Where(item => Told.Contains(item.What))];
        Offered = (await Mediator.Send(new GetSupportDirectoryQuery(Case.Unit.Id), cancellationToken)).Items;
        var cards = await Mediator.Send(new ListLegalCardsQuery("employee", Case.OccurredAt is { } at ? ShownZone.DayOf(at) : null), cancellationToken);
        Cards = [.. cards.Items.Take(CardsShown)];
        var readers = await Mediator.Send(new ShowReadersQuery(Reference), cancellationToken);
        People =
        [
            .. readers.Of(FieldGroup.Core).Where(reader => !reader.IsSelf && reader.Role is not (ReaderRole.Exposed or ReaderRole.Reporter))
                .Select(reader => (reader.Name, T($"reader.{Domain.Common.SnakeCase.Of(reader.Role)}"))),
        ];
    }
}
