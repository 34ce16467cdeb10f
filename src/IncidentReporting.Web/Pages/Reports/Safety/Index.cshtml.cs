using IncidentReporting.Application.Access;
using IncidentReporting.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncidentReporting.Web.Pages.Reports.Safety;

/// <summary>What to do first for who is not safe. Shows nothing of the draft, so it asks for nothing of it.</summary>
[Allow(nameof(Operations.ReadPages))]
internal sealed class IndexModel : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }
}
