using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Incidents.DiscloseOnward;
using IncidentReporting.Application.Incidents.ListMyDisclosures;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using IncidentReporting.Web.Pages.MeasureRequests;
using IncidentReporting.Web.Pages.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Paging = IncidentReporting.Application.Common.Page;

namespace IncidentReporting.Web.Pages.OnwardDisclosures.List;

/// <summary>To whom I have passed on what a case holds, and the form to note it.</summary>
[Allow(nameof(Operations.ListMyDisclosures))]
internal sealed class IndexModel(IMediator mediator, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    [BindProperty(SupportsGet = true, Name = "case")]
    public string? Number { get; set; }

    [BindProperty]
    public string? ToWhom { get; set; }

    [BindProperty]
    public string? On { get; set; }

    [BindProperty]
    public string? NoticeGiven { get; set; }

    public IReadOnlyList<MyDisclosure> Disclosures { get; private set; } = [];

    public string? Next { get; private set; }

    public DateTimeOffset Now { get; } = time.Now();

    public LegalCard Duty => LegalCards.All.First(card => card.Id == "rep_confidentiality" && card.HoldsOn(ShownZone.DayOf(Now)));

    public IReadOnlyList<Choice> Recipients => Codes.Choices(CodeLists.OnwardRecipients, ShownZone.DayOf(Now));

    public static IReadOnlyList<Choice> Reminded => [new("true", OnwardDisclosureTexts.T("notice_given"))];

    public Task OnGetAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    [Allow(nameof(Operations.DiscloseOnward))]
    [Once]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var on = TypedTime.Day(On, "on", ModelState);
        var incident = await LinkedCase.FindAsync(mediator, Number, "case", ModelState, cancellationToken);
        if (string.IsNullOrWhiteSpace(Number))
        {
            ModelState.AddModelError("case", SharedTexts.Shared("field.required"));
        }

        if (incident is { } id && ModelState.IsValid && await mediator.TrySendAsync(
            new DiscloseOnwardCommand(new CaseReference(id, Number: null), ToWhom, on, NoticeGiven == "true"), ModelState, cancellationToken))
        {
            return Redirect("/onward-disclosures?done=noted");
        }

        await ReadAsync(cancellationToken);
        return Page();
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var mine = await mediator.Send(new ListMyDisclosuresQuery(new Paging(Paging.DefaultLimit, After is null ? null : Cursor.Parse(After))), cancellationToken);
        (Disclosures, Next) = (mine.Items, mine.Next);
    }
}
