using Microsoft.AspNetCore.Http;

namespace IncidentReporting.Web.Hosting;

/// <summary>Left for the page that says what went wrong.</summary>
internal sealed record PageProblem(int Status, string Title, string Detail, string TraceId)
{
    /// <summary>What the person had sent, for her to send again; null where there was nothing.</summary>
    public KeptForm? Sent { get; init; }

    /// <summary>Where the page stands; only ever shown in place of another.</summary>
    public const string Address = "/problem";

    public static PageProblem? In(HttpContext context) => context.Items[typeof(PageProblem)] as PageProblem;

    public void LeaveIn(HttpContext context) => context.Items[typeof(PageProblem)] = this;
}
