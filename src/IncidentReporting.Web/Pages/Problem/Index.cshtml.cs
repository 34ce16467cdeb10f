using System.Globalization;
using IncidentReporting.Application.Access;
using IncidentReporting.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncidentReporting.Web.Pages.Problem;

/// <summary>Shown in place of a page that could not be: what happened, that nothing is lost, and where to go on.</summary>
[Allow(nameof(Operations.ReadPublicPages))]
internal sealed class IndexModel : PageModel
{
    private static readonly int[] Told = [400, 403, 404, 412, 413, 429, 503];

    internal PageProblem? Problem { get; private set; }

    public string Kind { get; private set; } = string.Empty;

    public void OnGet()
    {
        Problem = PageProblem.In(HttpContext);
        var status = Problem?.Status ?? StatusCodes.Status404NotFound;
        Kind = (Told.Contains(status) ? status : StatusCodes.Status500InternalServerError).ToString(CultureInfo.InvariantCulture);
        Response.StatusCode = status;
    }
}
