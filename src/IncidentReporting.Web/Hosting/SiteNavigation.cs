using IncidentReporting.Application.Accounts;
using IncidentReporting.Application.Tasks.CountMine;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Pages.Shared;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace IncidentReporting.Web.Hosting;

/// <summary>Where a signed-in person can go: only what is of use in the roles she holds.</summary>
internal sealed class SiteNavigation(CurrentUser user, IMediator mediator, WebSettings settings)
{
    private static readonly Role[] BySeniority =
    [
        Role.Manager, Role.Deputy, Role.Coordinator, Role.HeadSafetyRepresentative, Role.SafetyRepresentative, Role.Administrator, Role.Auditor,
        Role.DataProtectionOfficer, Role.Analyst, Role.UnionReader,
    ];

    public string LeaveTo => settings.LeaveTo.ToString();

    /// <summary>The name, and the role that she most often acts in: "Karin Ek · chef".</summary>
    public string NameAndRole()
    {
        var held = user.Roles.Select(role => role.Role).ToHashSet();
        return BySeniority.Where(held.Contains).Select(role => (Role?)role).FirstOrDefault() is { } role
            ? SharedTexts.Shared("nav.role", user.Caller.Name, Codes.InSentence(Codes.Label(CodeLists.Roles, SnakeCase.Of(role))))
            : user.Caller.Name;
    }

    /// <summary>Empty for who is not signed in.</summary>
    public async Task<IReadOnlyList<NavLink>> LinksAsync(HttpContext context)
    {
        // What the page of a fault asks of the database would fail again.
        if (!user.IsSignedIn || PageProblem.In(context) is { Status: >= StatusCodes.Status500InternalServerError })
        {
            return [];
        }

        var links = new List<NavLink> { Link(context, "/", "nav.start") };
        if (Holds(Role.Employee, Role.Manager, Role.Deputy, Role.Coordinator, Role.SafetyRepresentative, Role.HeadSafetyRepresentative))
        {
            links.Add(Link(context, "/tasks", "nav.tasks") with { Count = await mediator.Send(new CountMyTasksQuery(), context.RequestAborted) });
            links.Add(Link(context, "/incidents", "nav.incidents"));
            links.Add(Link(context, "/calendar", "nav.calendar"));
        }

        links.Add(Link(context, "/statistics", "nav.statistics"));
        if (Holds(Role.SafetyRepresentative, Role.HeadSafetyRepresentative))
        {
            links.Add(Link(context, "/representative", "nav.representative"));
        }

        if (Holds(Role.Administrator, Role.Coordinator))
        {
            links.Add(Link(context, "/administration", "nav.administration"));
        }

        if (Holds(Role.DataProtectionOfficer) && !Holds(Role.Administrator, Role.Coordinator))
        {
            links.Add(Link(context, "/administration/retention", "nav.retention"));
        }

        if (Holds(Role.Auditor, Role.DataProtectionOfficer))
        {
            links.Add(Link(context, "/log", "nav.log"));
        }

        return links;
    }

    /// <summary>The page's own address, to come back to.</summary>
    public static string AddressOf(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) ? context.Request.GetEncodedPathAndQuery() : context.Request.Path.ToString();

    private bool Holds(params Role[] roles) => user.Roles.Any(held => roles.Contains(held.Role));

    private static NavLink Link(HttpContext context, string address, string text) =>
        new(address, SharedTexts.Shared(text), address == "/" ? context.Request.Path == "/" : context.Request.Path.StartsWithSegments(address, StringComparison.Ordinal));
}

/// <param name="Count">Said after the label where it is more than none.</param>
internal sealed record NavLink(string Address, string Label, bool IsHere)
{
    public int Count { get; init; }
}
