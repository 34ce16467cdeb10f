using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.ListTimeline;
using IncidentReporting.Application.Incidents.ShowReaders;
using IncidentReporting.Application.Incidents.ShowSheet;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using static IncidentReporting.Web.Pages.Incidents.Case.CaseTexts;

namespace IncidentReporting.Web.Pages.Incidents.Case;

/// <summary>The case: what happens next, the tracks, what was told, and what has happened.</summary>
[Allow(nameof(Operations.ReadIncident))]
internal sealed class IndexModel(IMediator mediator, ICurrentUser user, TimeProvider time) : CasePage(mediator)
{
    private const int LatestShown = 5;

    public UserId Me => user.Id;

    public DateTimeOffset Now { get; } = time.Now();

    public NextStep Next { get; private set; } = null!;

    public IReadOnlyList<TimelineItem> Latest { get; private set; } = [];

    public ReadersView Readers { get; private set; } = new([]);

    /// <summary>The narrative comes first until somebody has taken it in.</summary>
    public bool StoryFirst => Case.State == IncidentState.Submitted;

    /// <summary>What was last written to her, such as the manager's first words. Where several were hit it may be meant for another of them.</summary>
    public NoteView? Message => IsExposed && Case.Exposed.Count == 1 ? Case.Notes.Value?.LastOrDefault(note => note.Audience == "exposed") : null;

    /// <summary>Said to whoever is to make contact, until somebody has.</summary>
    public string? Unsafe => Handles && Case is { State: IncidentState.Submitted, SafeNow: "no" or "unsure" } ? T("unsafe", Codes.Label(CodeLists.SafeNow, Case.SafeNow)) : null;

    public bool IsOnline => Case.Kinds.HasCategory("online_attack");

    public bool MaySeeSheets => SheetReaders.Include(Case.YourRoles);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        if (Case.State == IncidentState.Draft)
        {
            return Redirect($"/report/{Case.Id.Value}");
        }

        Next = NextStep.Of(Case, user.Id);
        var timeline = await Mediator.Send(new ListTimelineQuery(Reference), cancellationToken);
        Latest = [.. timeline.Items.Where(item => item.What is not ("drafted" or "draft_changed")).Reverse().Take(LatestShown)];
        Readers = await Mediator.Send(new ShowReadersQuery(Reference), cancellationToken);
        return Page();
    }

    /// <summary>A person by name; the one who looks is "du".</summary>
    public string NameOf(PersonRef person) => person.Id == user.Id ? T("you") : person.Name;

    public NotificationView? LatestNotice(string addressee) => Case.Notifications.Value?.LastOrDefault(notice => notice.Addressee == addressee);

    public IReadOnlyList<string> WithheldInWords => [.. Case.Withheld.Select(part => Known("withheld", part)).Distinct(StringComparer.Ordinal)];
}
