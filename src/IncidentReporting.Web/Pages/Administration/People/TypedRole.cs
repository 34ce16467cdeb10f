using System.Globalization;
using IncidentReporting.Application.Users;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace IncidentReporting.Web.Pages.Administration.People;

/// <summary>A role as typed.</summary>
internal sealed record TypedRole(string? Role, string? Unit, string? From, string? To, string? AppointedBy, string? NotifiedAt)
{
    public const string List = "roles";

    public static readonly TypedRole Blank = new(Role: null, Unit: null, From: null, To: null, AppointedBy: null, NotifiedAt: null);

    public static IReadOnlyList<TypedRole> Of(IEnumerable<RoleResult> roles) =>
    [
        .. roles.Select(role => new TypedRole(
            SnakeCase.Of(role.Role), role.Unit.Id.Value.ToString(), Times.ForDateField(role.From), role.To is { } to ? Times.ForDateField(to) : null,
            role.AppointedBy, role.NotifiedAt?.ToString("O", CultureInfo.InvariantCulture))),
    ];

    /// <summary>Rows without a role, or marked to be taken away, are dropped.</summary>
    public static IReadOnlyList<TypedRole> In(IFormCollection form) =>
    [
        .. FormRows.Of(form, List).Where(row => row["role"] is not null && row["remove"] is null)
            .Select(row => new TypedRole(row["role"], row["unitId"], row["from"], row["to"], row["appointedBy"], row["notifiedAt"])),
    ];

    /// <param name="home">Where a role is held that names no unit.</param>
    public static IReadOnlyList<RoleInput> Read(IReadOnlyList<TypedRole> typed, UnitId? home, ModelStateDictionary state) =>
    [
        .. typed.Select((role, place) => new RoleInput(
            role.Role, Guid.TryParse(role.Unit, out var unit) ? new UnitId(unit) : home,
            TypedTime.Day(role.From, FormRow.Place(List, place) + "from", state), TypedTime.Day(role.To, FormRow.Place(List, place) + "to", state), role.AppointedBy,
            DateTimeOffset.TryParse(role.NotifiedAt, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var notified) ? notified : null)),
    ];
}

/// <summary>What the rows of roles are shown from.</summary>
internal sealed record RoleRows(IReadOnlyList<TypedRole> Roles, IReadOnlyList<Choice> Units);
