using IncidentReporting.Application.Access;
using IncidentReporting.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncidentReporting.Web.Pages.Pulse;

/// <summary>After an answer: where there is help. Its address says nothing of the link.</summary>
[Allow(nameof(Operations.ReadPulse))]
internal sealed class ThanksModel : PageModel;
