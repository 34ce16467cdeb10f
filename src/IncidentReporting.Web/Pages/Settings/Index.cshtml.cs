using System.Globalization;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Accounts;
using IncidentReporting.Application.Accounts.ChangeLanguage;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using IncidentReporting.Web.Pages.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static IncidentReporting.Web.Pages.Settings.SettingsTexts;

namespace IncidentReporting.Web.Pages.Settings;

/// <summary>Language, light or dark, and text size on this device; also for who is not signed in.</summary>
[Allow(nameof(Operations.ReadPublicPages))]
[SameOrigin]
internal sealed class IndexModel(IMediator mediator, CurrentUser user) : PageModel
{
    private static readonly string[] Known = ["display", "password", "mail_language"];

    [BindProperty]
    public string? Language { get; set; }

    [BindProperty]
    public string? Theme { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? ReturnUrl { get; set; }

    /// <summary>The language of the person's mails.</summary>
    [BindProperty]
    public string? Locale { get; set; }

    [BindProperty(SupportsGet = true, Name = "done")]
    public string? Asked { get; set; }

    /// <summary>What has just been done; only what this page knows of.</summary>
    public string? Done => Array.Find(Known, known => known == Asked);

    public bool IsSignedIn => user.IsSignedIn;

    public static IReadOnlyList<Choice> Languages => [new("sv", T("language.sv")), new("en", T("language.en"))];

    public static IReadOnlyList<Choice> Themes => [new(string.Empty, T("theme.auto")), new("light", T("theme.light")), new("dark", T("theme.dark"))];

    public static IReadOnlyList<Choice> Sizes => [new(string.Empty, T("text.usual")), new("large", T("text.large")), new("larger", T("text.larger"))];

    public void OnGet()
    {
        ShowDisplay();
        Locale = user.IsSignedIn ? user.Caller.Language : null;
    }

    [Allow(nameof(Operations.ReadPublicPages))]
    public IActionResult OnPost()
    {
        DisplaySettings.Of(Language, Theme, Text).Keep(HttpContext);
        return Redirect("/settings?done=display");
    }

    [Allow(nameof(Operations.ChangeLanguage))]
    public async Task<IActionResult> OnPostMailLanguageAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(Locale))
        {
            ModelState.AddModelError("locale", SharedTexts.Shared("field.choose"));
        }
        else if (await mediator.TrySendAsync(new ChangeLanguageCommand(Locale), ModelState, cancellationToken))
        {
            return Redirect("/settings?done=mail_language");
        }

        ShowDisplay();
        return Page();
    }

    /// <summary>The switch at the foot of every page.</summary>
    [Allow(nameof(Operations.ReadPublicPages))]
    public IActionResult OnPostLanguage()
    {
        var now = DisplaySettings.Of(HttpContext);
        DisplaySettings.Of(Language, now.Theme, now.Text).Keep(HttpContext);
        return LocalRedirect(LocalAddress.OrStart(ReturnUrl));
    }

    private void ShowDisplay()
    {
        var kept = DisplaySettings.Of(HttpContext);
        Language = kept.Language ?? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        Theme = kept.Theme ?? string.Empty;
        Text = kept.Text ?? string.Empty;
    }
}
