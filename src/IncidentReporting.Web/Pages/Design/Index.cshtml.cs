using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Components.AbsenceRows;
using IncidentReporting.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static IncidentReporting.Web.Pages.Design.DesignTexts;

namespace IncidentReporting.Web.Pages.Design;

/// <summary>Every component in every state, for those who build the pages; only in Development.</summary>
[Allow(nameof(Operations.ReadPublicPages))]
internal sealed class IndexModel(WebSettings settings, TimeProvider time) : PageModel
{
    internal static readonly string[] Kinds = ["info", "ok", "warn", "danger", "quiet"];

    internal static readonly string[] Parts = ["text", "choices", "panels", "duties", "lists", "type", "figures"];

    internal static readonly string[] Wrong = ["wrongText", "wrongArea", "wrongSelect", "wrongChoice", "wrongSeveral", "wrongFile"];

    public DateTimeOffset Now => time.Now();

    internal static IReadOnlyList<Choice> Options => [new("a", T("option.a")), new("b", T("option.b"), T("option.help")), new("c", T("option.long"), T("option.long_help"))];

    internal static IReadOnlyList<TypedDays> Days => [new("2026-12-21", "2027-01-06")];

    public void OnGet()
    {
        if (!settings.IsDevelopment)
        {
            throw new NotFoundException();
        }

        foreach (var field in Wrong)
        {
            ModelState.AddModelError(field, T("error"));
        }

        ModelState.AddModelError(string.Empty, T("error.whole"));
    }
}
