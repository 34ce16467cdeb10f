using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.MeasureRequests;
using IncidentReporting.Application.MeasureRequests.Answer;
using IncidentReporting.Application.MeasureRequests.Close;
using IncidentReporting.Application.MeasureRequests.Forward;
using IncidentReporting.Application.MeasureRequests.Get;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.MeasureRequests;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using IncidentReporting.Web.Pages.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncidentReporting.Web.Pages.MeasureRequests.Show;

/// <summary>A request under 6 kap. 6 a §: its receipt and clock, the employer's answer, and what the representative says of it.</summary>
[Allow(nameof(Operations.ReadMeasureRequest))]
internal sealed class IndexModel(IMediator mediator, TimeProvider time) : PageModel
{
    private string? _sent;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    [BindProperty]
    public string? Satisfied { get; set; }

    [BindProperty]
    public string? At { get; set; }

    [BindProperty]
    public string? AtHour { get; set; }

    public MeasureRequestDetails Details { get; private set; } = null!;

    public MeasureRequestView Asked => Details.Request;

    public DateTimeOffset Now { get; } = time.Now();

    public static IReadOnlyList<Choice> Verdicts => [new("true", MeasureRequestTexts.T("close.yes")), new("false", MeasureRequestTexts.T("close.no"))];

    public bool May(string action) => Details.AllowedActions.Contains(action);

    /// <summary>What was typed is shown also where it can no longer be sent, as when somebody else was first.</summary>
    public bool Shows(string action) => May(action) || _sent == action;

    public bool IsTooLate => _sent is { } action && !May(action);

    public Task OnGetAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    [Allow(nameof(Operations.AnswerMeasureRequest))]
    public Task<IActionResult> OnPostAnswerAsync(CancellationToken cancellationToken) =>
        SendAsync(new AnswerMeasureRequestCommand(RequestId, string.IsNullOrWhiteSpace(Answer) ? null : CaseText.From(Answer)), "answer", "answered", cancellationToken);

    [Allow(nameof(Operations.CloseMeasureRequest))]
    public Task<IActionResult> OnPostCloseAsync(CancellationToken cancellationToken)
    {
        if (Satisfied is not ("true" or "false"))
        {
            ModelState.AddModelError("satisfied", SharedTexts.Shared("field.choose"));
        }

        return SendAsync(new CloseMeasureRequestCommand(RequestId, Satisfied == "true"), "close", "closed", cancellationToken);
    }

    [Allow(nameof(Operations.ForwardMeasureRequest))]
    public Task<IActionResult> OnPostForwardAsync(CancellationToken cancellationToken) =>
        SendAsync(new ForwardMeasureRequestCommand(RequestId, TypedTime.Moment(At, AtHour, "at", "atHour", Now, ModelState)), "forward", "forwarded", cancellationToken);

    private MeasureRequestId RequestId => new(Id);

    private async Task<IActionResult> SendAsync(ICommand<MeasureRequestView> command, string action, string done, CancellationToken cancellationToken)
    {
        if (ModelState.IsValid && await mediator.TrySendAsync(command, ModelState, cancellationToken))
        {
            return Redirect($"/measure-requests/{Id}?done={done}");
        }

        _sent = action;
        await ReadAsync(cancellationToken);
        return Page();
    }

    private async Task ReadAsync(CancellationToken cancellationToken) =>
        Details = await mediator.Send(new GetMeasureRequestQuery(RequestId), cancellationToken);
}
