using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Mail;
using IncidentReporting.Application.Mail.List;
using IncidentReporting.Application.Mail.Retry;
using IncidentReporting.Application.Mail.SendTest;
using IncidentReporting.Domain.Common;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncidentReporting.Web.Pages.Administration.Mail;

/// <summary>What was sent to whom by which rule; what stopped comes first.</summary>
[Allow(nameof(Operations.ListMailMessages))]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    private static readonly string[] Known = ["retried"];

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true, Name = "done")]
    public string? Asked { get; set; }

    [BindProperty]
    public Guid Mail { get; set; }

    public string? Done => Array.Find(Known, known => known == Asked);

    public ListMailMessagesResult Log { get; private set; } = new([], Next: null, Fault: null);

    public IReadOnlyList<MailMessageRow> Stopped { get; private set; } = [];

    public SendTestMailResult? Test { get; private set; }

    public string? More { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    [Allow(nameof(Operations.RetryMailMessage))]
    public async Task<IActionResult> OnPostRetryAsync(CancellationToken cancellationToken)
    {
        if (await mediator.TrySendAsync(new RetryMailMessageCommand(Mail), ModelState, cancellationToken))
        {
            return Redirect("/administration/mail?done=retried");
        }

        await ShowAsync(cancellationToken);
        return Page();
    }

    /// <summary>Shown at once and not after a redirect: what the mail server said is said once.</summary>
    [Allow(nameof(Operations.SendTestMail))]
    public async Task<IActionResult> OnPostTestAsync(CancellationToken cancellationToken)
    {
        Test = await mediator.Send(new SendTestMailCommand(), cancellationToken);
        await ShowAsync(cancellationToken);
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        var state = SnakeCase.Find<OutboxState>(State);
        Log = await mediator.Send(new ListMailMessagesQuery(new Application.Common.Page(After: string.IsNullOrEmpty(After) ? null : Cursor.Parse(After)), state), cancellationToken);
        if (string.IsNullOrEmpty(After))
        {
            var dead = await mediator.Send(new ListMailMessagesQuery(new Application.Common.Page(), OutboxState.Dead), cancellationToken);
            var review = await mediator.Send(new ListMailMessagesQuery(new Application.Common.Page(), OutboxState.Review), cancellationToken);
            Stopped = [.. review.Items, .. dead.Items];
        }

        More = Log.Next is { } next
            ? "/administration/mail" + new QueryBuilder { { "state", state is { } known ? SnakeCase.Of(known) : string.Empty }, { "after", next } }
            : null;
    }
}
