using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Feedback.Send;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace IncidentReporting.Web.Pages.Accessibility;

/// <summary>The accessibility statement that the Act (2018:1937) asks for, with its feedback function; also for who is not signed in.</summary>
[Allow(nameof(Operations.ReadPublicPages))]
[EnableRateLimiting("feedback")]
[SameOrigin]
internal sealed class IndexModel(IMediator mediator, TimeProvider time) : PageModel
{
    /// <summary>Where the supervising authority takes complaints.</summary>
    public const string Authority = "https://www.digg.se/tdosanmalan";

    /// <summary>To be changed together with the statement.</summary>
    internal static readonly DateOnly AssessedOn = new(2026, 11, 21);

    internal static readonly string[] Met = ["keyboard", "reader", "zoom", "contrast", "colour", "script", "time", "errors", "language", "mail"];

    internal static readonly string[] NotMet = ["attachments", "dates", "plain", "print"];

    internal static readonly string[] Tests = ["axe", "keyboard", "zoom", "forced", "script", "contrast"];

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Contact { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Sent { get; set; }

    public DateTimeOffset Now => time.Now();

    [Allow(nameof(Operations.SendFeedback))]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await mediator.TrySendAsync(new SendFeedbackCommand(Text, Contact), ModelState, cancellationToken) ? Redirect("/accessibility?sent=true") : Page();
}
