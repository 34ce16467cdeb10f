using System.Globalization;
using IncidentReporting.Application.Access;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static IncidentReporting.Web.Pages.Settings.SettingsTexts;

namespace IncidentReporting.Web.Pages.Settings;

/// <summary>Language, light or dark, and text size on this device; also for who is not signed in.</summary>
[Allow(nameof(Operations.ReadPublicPages))]
internal sealed class IndexModel : PageModel
{
    [BindProperty]
    public string? Language { get; set; }

    [BindProperty]
    public string? Theme { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? ReturnUrl { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Saved { get; set; }

    public static IReadOnlyList<Choice> Languages => [new("sv", T("language.sv")), new("en", T("language.en"))];

    public static IReadOnlyList<Choice> Themes => [new(string.Empty, T("theme.auto")), new("light", T("theme.light")), new("dark", T("theme.dark"))];

    public static IReadOnlyList<Choice> Sizes => [new(string.Empty, T("text.usual")), new("large", T("text.large")), new("larger", T("text.larger"))];

    public void OnGet()
    {
        var kept = DisplaySettings.Of(HttpContext);
        Language = kept.Language ?? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        Theme = kept.Theme ?? string.Empty;
        Text = kept.Text ?? string.Empty;
    }

    [Allow(nameof(Operations.ReadPublicPages))]
    public IActionResult OnPost()
    {
        DisplaySettings.Of(Language, Theme, Text).Keep(HttpContext);
        return Redirect("/settings?saved=true");
    }

    /// <summary>The switch at the foot of every page.</summary>
    [Allow(nameof(Operations.ReadPublicPages))]
    public IActionResult OnPostLanguage()
    {
        var now = DisplaySettings.Of(HttpContext);
        DisplaySettings.Of(Language, now.Theme, now.Text).Keep(HttpContext);
        return LocalRedirect(LocalAddress.OrStart(ReturnUrl));
    }
}
