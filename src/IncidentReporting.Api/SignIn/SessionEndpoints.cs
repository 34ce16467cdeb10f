using IncidentReporting.Api.Bodies;
using IncidentReporting.Api.Describing;
using IncidentReporting.Api.Problems;
using IncidentReporting.Api.Routing;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Accounts;
using IncidentReporting.Application.Accounts.ListSessions;
using IncidentReporting.Application.Accounts.RevokeSession;
using IncidentReporting.Application.Accounts.SignIn;
using IncidentReporting.Application.Accounts.SignOut;
using IncidentReporting.Application.Common;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IncidentReporting.Api.SignIn;

/// <param name="Code">The code of the second factor, for accounts that have one.</param>
internal sealed record SignInRequest(string UserName, string Password, string? Code = null)
{
    public override string ToString() => nameof(SignInRequest);
}

/// <param name="Token">To be sent in the header X-CSRF-TOKEN with every state-changing call of the session.</param>
internal sealed record CsrfToken(string Token);

internal sealed class SessionEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/session", SignIn).Allow(Operations.SignIn).WithoutAntiforgery()
            .WithSummary("Sign in with user name and password; the answer sets the session cookie.")
            .WithExample(new SignInRequest("employee@exempelkommun.example", "demo-Lösenord-2026"));
        api.MapDelete("/session", SignOut).Allow(Operations.SignOut).WithSummary("Sign out: end this session.");
        api.MapGet("/session/csrf", ReadCsrfToken).Allow(Operations.ReadCsrfToken)
            .WithSummary("The anti-forgery value that state-changing calls with the session cookie need.");
        api.MapGet("/sessions", List).Allow(Operations.ListSessions).WithSummary("Where you are signed in, latest first.");
        api.MapDelete("/sessions/{id:guid}", Revoke).Allow(Operations.RevokeSession).WithSummary("Sign out on another device.");
    }

    private static async Task<NoContent> SignIn(JsonBody<SignInRequest> body, IMediator mediator, SessionCookie cookie, HttpContext context, CancellationToken cancellationToken)
    {
        try
        {
            var address = context.Connection.RemoteIpAddress?.ToString() ?? string.Empty;
            var command = new SignInCommand(body.Value.UserName, body.Value.Password, body.Value.Code, address, context.Request.Headers.UserAgent);
            var session = await mediator.Send(command, cancellationToken);
            cookie.Set(context, session.SessionId, session.ExpiresAt);
            return TypedResults.NoContent();
        }
        catch (NotSignedInException)
        {
            throw new RequestRefusedException(ProblemKind.WrongCredentials);
        }
        catch (AccountLockedException locked)
        {
            throw new RequestRefusedException(ProblemKind.WrongCredentials) { RetryAfter = locked.RetryAfter };
        }
    }

    private static async Task<NoContent> SignOut(IMediator mediator, HttpContext context, CancellationToken cancellationToken)
    {
        await mediator.Send(new SignOutCommand(), cancellationToken);
        SessionCookie.Remove(context);
        return TypedResults.NoContent();
    }

    private static Ok<CsrfToken> ReadCsrfToken(CurrentUser user, CsrfTokens tokens) =>
        user.Caller.SessionId is { } session
            ? TypedResults.Ok(new CsrfToken(tokens.Issue(session)))
            : throw new NotFoundException();

    private static async Task<Ok<Listing<SessionResult>>> List(IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(Listing.Whole(await mediator.Send(new ListSessionsQuery(), cancellationToken)));

    private static async Task<NoContent> Revoke(Guid id, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new RevokeSessionCommand(id), cancellationToken);
        return TypedResults.NoContent();
    }
}
