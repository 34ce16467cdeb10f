using IncidentReporting.Application.Access;
using IncidentReporting.Application.Accounts.SignIn;
using IncidentReporting.Application.Common;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncidentReporting.Web.Pages.SignIn;

[Allow(nameof(Operations.SignIn))]
[SameOrigin]
[HoldsPassword]
internal sealed class IndexModel(IMediator mediator, SessionCookie cookie, KeptForms keptForms) : PageModel
{
    /// <summary>The demonstration's own, which is public: a start in earnest with such an account is refused.</summary>
    internal const string DemonstrationPassword = "demo-Lösenord-2026";

    internal static readonly (string UserName, string Text)[] DemonstrationPeople =
    [
        ("employee@exempelkommun.example", "demo.employee"),
        ("manager@exempelkommun.example", "demo.manager"),
        ("rep@exempelkommun.example", "demo.rep"),
        ("head@exempelkommun.example", "demo.head"),
        ("coordinator@exempelkommun.example", "demo.coordinator"),
        ("auditor@exempelkommun.example", "demo.auditor"),
        ("admin@exempelkommun.example", "demo.admin"),
    ];

    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>What was typed when the session had ended, sealed.</summary>
    [BindProperty]
    public string? Kept { get; set; }

    /// <summary>True when the person was at work and her session has ended.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>What can be sent now, by the same person.</summary>
    internal KeptForm? Resume { get; private set; }

    public void OnGet()
    {
        if (SessionEnded.In(HttpContext) is { } ended)
        {
            HasEnded = true;
            Kept = ended.Kept;
            ReturnUrl = ended.ReturnUrl;
        }
    }

    [Allow(nameof(Operations.SignIn))]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        HasEnded = Kept is not null;
        Require(UserName, "userName", "user_name.missing");
        Require(Password, "password", "password.missing");
        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            var address = HttpContext.Connection.RemoteIpAddress?.ToString() ?? string.Empty;
            var session = await mediator.Send(new SignInCommand(UserName!, Password!, Code, address, Request.Headers.UserAgent), cancellationToken);
            cookie.Set(HttpContext, session.SessionId, session.ExpiresAt);
            Resume = keptForms.Open(Kept, session.UserId);
            if (Resume is null)
            {
                return LocalRedirect(LocalAddress.OrStart(ReturnUrl));
            }

            // The form that the page now shows belongs to who has just signed in.
            HttpContext.User = SessionPrincipal.Of(session.UserId);
            return Page();
        }
        catch (Exception refusal) when (refusal is NotSignedInException or AccountLockedException)
        {
            ModelState.AddModelError("password", SignInTexts.T("wrong"));
            return Page();
        }
    }

    private void Require(string? value, string field, string text)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            ModelState.AddModelError(field, SignInTexts.T(text));
        }
    }
}
