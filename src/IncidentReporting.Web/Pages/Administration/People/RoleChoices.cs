using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Web.Components;

namespace IncidentReporting.Web.Pages.Administration.People;

internal static class RoleChoices
{
    public static IReadOnlyList<Choice> All => [.. Enum.GetValues<Role>().Select(role => new Choice(SnakeCase.Of(role), Label(role)))];

    public static string Label(Role role) => Codes.Label(CodeLists.Roles, SnakeCase.Of(role));
}
