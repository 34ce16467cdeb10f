using IncidentReporting.Application.Access;
using IncidentReporting.Application.Accounts;
using IncidentReporting.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncidentReporting.Web.Pages.Start;

[Allow(nameof(Operations.ReadPages))]
internal sealed class IndexModel(CurrentUser user) : PageModel
{
    public string FirstName => user.Caller.Name.Split(' ')[0];
}
