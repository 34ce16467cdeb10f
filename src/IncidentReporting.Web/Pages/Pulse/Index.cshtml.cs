using IncidentReporting.Application.Access;
using IncidentReporting.Application.Pulse.Answer;
using IncidentReporting.Application.Pulse.GetSurvey;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Pulse;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncidentReporting.Web.Pages.Pulse;

/// <summary>The anonymous survey, for whoever has a link. The link is the right to answer; who sends it is not asked, so there is nothing that another site could misuse.</summary>
[Allow(nameof(Operations.ReadPulse))]
[IgnoreAntiforgeryToken]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    private const int ShortOptions = 30;

    internal static readonly string[] Promises = ["name", "kept", "seen", "mixed"];

    [FromRoute]
    public string Token { get; set; } = string.Empty;

    public string Address => $"/pulse/{Uri.EscapeDataString(Token)}";

    /// <summary>Null where the link can no longer be answered.</summary>
    public PulseSurvey? Survey { get; private set; }

    /// <summary>Why there is nothing to answer: "used" or "closed".</summary>
    public string? Ended { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    [Allow(nameof(Operations.AnswerPulse))]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ShowAsync(cancellationToken);
        if (Ended is null && await mediator.TrySendAsync(new AnswerPulseCommand(Token, Chosen()), ModelState, cancellationToken))
        {
            return Redirect("/pulse/thanks");
        }

        // Answered in another window while this one was being filled in.
        if (ModelState.TryGetValue(string.Empty, out var entry) && entry.Errors.Count > 0)
        {
            ModelState.Clear();
            await ShowAsync(cancellationToken);
        }

        return Page();
    }

    // Beside each other where they fit on a phone.
    internal static string LayoutOf(PulseSurveyQuestion question) => question.Options.Sum(option => option.Label.Length) <= ShortOptions ? "inline" : "plain";

    internal static string? HintOf(PulseSurveyQuestion question) =>
        question.OnlyIfExposed ? PulsePageTexts.T("if_exposed") : question.Several ? PulsePageTexts.T("several") : question.Hint;

    internal IReadOnlyList<string> Chosen(PulseSurveyQuestion question) =>
        HttpMethods.IsPost(Request.Method) && Request.HasFormContentType ? [.. Request.Form[question.Id].OfType<string>().Where(option => option.Length > 0)] : [];

    private Dictionary<string, IReadOnlyList<string>> Chosen() => Survey!.Questions.ToDictionary(question => question.Id, Chosen, StringComparer.Ordinal);

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        try
        {
            Survey = await mediator.Send(new GetPulseSurveyQuery(Token), cancellationToken);
        }
        catch (RuleBrokenException broken)
        {
            Ended = broken.Rule == PulseRules.RoundIsOpen ? "closed" : "used";
            Response.StatusCode = StatusCodes.Status409Conflict;
        }
    }
}
