using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Feedback.List;
using IncidentReporting.Application.Feedback.Settle;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncidentReporting.Web.Pages.Administration.Feedback;

/// <summary>What people have said of the product, until it has been dealt with.</summary>
[Allow(nameof(Operations.ListFeedback))]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Settled { get; set; }

    [BindProperty(Name = "feedback")]
    public Guid Id { get; set; }

    public Listing<FeedbackItem> Feedback { get; private set; } = new([], Next: null);

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Feedback = await mediator.Send(new ListFeedbackQuery(new Application.Common.Page(After: string.IsNullOrEmpty(After) ? null : Cursor.Parse(After))), cancellationToken);

    [Allow(nameof(Operations.SettleFeedback))]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new SettleFeedbackCommand(Id), cancellationToken);
        return Redirect("/administration/feedback?settled=true");
    }
}
