using IncidentReporting.Api.Bodies;
using IncidentReporting.Api.Routing;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Users;
using IncidentReporting.Application.Users.Change;
using IncidentReporting.Application.Users.Create;
using IncidentReporting.Application.Users.Get;
using IncidentReporting.Application.Users.GetAbsences;
using IncidentReporting.Application.Users.List;
using IncidentReporting.Application.Users.SetAbsences;
using IncidentReporting.Application.Users.SetRoles;
using IncidentReporting.Domain.Organisation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IncidentReporting.Api.Users;

internal sealed class UserEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/users", List).Allow(Operations.ListUsers).WithSummary("The caller's colleagues by name, with the roles that they hold today; by unit (and below), role and words of the name.");
        api.MapGet("/users/{id:guid}", Get).Allow(Operations.ReadUser).WithSummary("One person with all roles and absences.");
        api.MapPost("/users", Create).Allow(Operations.CreateUser).WithSummary("Adds a person with an account.");
        api.MapPatch("/users/{id:guid}", Change).Allow(Operations.ChangeUser).WithSummary("Changes name, address, unit or language of a person, or disables the account.");
        api.MapPut("/users/{id:guid}/roles", SetRoles).Allow(Operations.SetRoles).WithSummary("Replaces all roles of a person.");
        api.MapGet("/users/{id:guid}/absences", GetAbsences).Allow(Operations.ReadAbsences).WithSummary("The days when a person is away, and who acts for her meanwhile.");
        api.MapPut("/users/{id:guid}/absences", SetAbsences).Allow(Operations.SetAbsences).WithSummary("Replaces the days when a person is away; the deputy acts meanwhile.");
    }

    private static async Task<Ok<Listing<UserItem>>> List(Guid? unit, string? role, string? search, PageQuery page, IMediator sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListUsersQuery(unit is { } id ? new UnitId(id) : null, role, page.Page, search), ct));

    private static async Task<Ok<UserResult>> Get(Guid id, HttpContext context, IMediator sender, CancellationToken ct) =>
        TypedResults.Ok(Tagged(context, await sender.Send(new GetUserQuery(new UserId(id)), ct)));

    private static async Task<Created<UserResult>> Create(JsonBody<CreateUserRequest> body, HttpContext context, IMediator sender, CancellationToken ct)
    {
        var sent = body.Value;
        var user = Tagged(context, await sender.Send(new CreateUserCommand(sent.UserName, sent.Name, sent.Password, sent.UnitId, sent.Language, sent.Roles), ct));
        return TypedResults.Created($"{Routes.Base}/users/{user.Id.Value}", user);
    }

    private static async Task<Ok<UserResult>> Change(Guid id, PatchBody<UserFields> body, IfMatch match, HttpContext context, IMediator sender, CancellationToken ct) =>
        TypedResults.Ok(Tagged(context, await sender.Send(new ChangeUserCommand(new UserId(id), body.Patch, match.Expected), ct)));

    private static async Task<Ok<UserResult>> SetRoles(Guid id, JsonBody<SetRolesRequest> body, HttpContext context, IMediator sender, CancellationToken ct) =>
        TypedResults.Ok(Tagged(context, await sender.Send(new SetRolesCommand(new UserId(id), body.Value.Roles), ct)));

    private static async Task<Ok<AbsencesResult>> GetAbsences(Guid id, IMediator sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetAbsencesQuery(new UserId(id)), ct));

    private static async Task<Ok<Listing<AbsenceResult>>> SetAbsences(Guid id, JsonBody<SetAbsencesRequest> body, IMediator sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new SetAbsencesCommand(new UserId(id), body.Value.Absences), ct));

    private static UserResult Tagged(HttpContext context, UserResult user)
    {
        ETag.Set(context, user.Version);
        return user;
    }
}

/// <param name="UserName">The email address; mails go there.</param>
/// <param name="Language">sv or en; without it the employer's.</param>
internal sealed record CreateUserRequest(
    string? UserName = null, string? Name = null, string? Password = null, UnitId? UnitId = null, string? Language = null, IReadOnlyList<RoleInput>? Roles = null);

internal sealed record SetRolesRequest(IReadOnlyList<RoleInput>? Roles = null);

internal sealed record SetAbsencesRequest(IReadOnlyList<AbsenceInput>? Absences = null);
