using IncidentReporting.Api.Bodies;
using IncidentReporting.Api.Describing;
using IncidentReporting.Api.Routing;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Accounts.ChangeLanguage;
using IncidentReporting.Application.Accounts.ChangePassword;
using IncidentReporting.Application.Accounts.CreateAccessToken;
using IncidentReporting.Application.Accounts.GetMe;
using IncidentReporting.Application.Accounts.ListAccessTokens;
using IncidentReporting.Application.Accounts.RevokeAccessToken;
using IncidentReporting.Application.Common;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IncidentReporting.Api.SignIn;

/// <param name="Name">What the token is for, so that you know it again.</param>
/// <param name="ExpiresAt">At most a year ahead; three months when left out.</param>
/// <param name="Scopes">read, write, a part such as incidents, or both such as incidents:read; everything when left out.</param>
internal sealed record AccessTokenRequest(string? Name = null, DateTimeOffset? ExpiresAt = null, IReadOnlyList<string>? Scopes = null);

/// <param name="Current">The password that holds now.</param>
/// <param name="Next">At least 12 characters.</param>
internal sealed record PasswordRequest(string Current, string Next)
{
    public override string ToString() => nameof(PasswordRequest);
}

/// <param name="Locale">sv or en; null follows the employer.</param>
internal sealed record MeFields(string? Locale = null);

internal sealed class AccountEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/me", ReadMe).Allow(Operations.ReadMe).WithSummary("Who you are and which roles you hold today.");
        api.MapPatch("/me", Change).Allow(Operations.ChangeLanguage).WithSummary("Change the language of your mails; null follows the employer.")
            .WithExample(new MeFields("en"));
        api.MapPut("/me/password", ChangePassword).Allow(Operations.ChangePassword)
            .WithSummary("Change your own password; you are signed out everywhere else.")
            .WithExample(new PasswordRequest("demo-Lösenord-2026", "ett-nytt-Lösenord-2026"));
        api.MapGet("/access-tokens", List).Allow(Operations.ListAccessTokens).WithSummary("Your access tokens, without the tokens themselves.");
        api.MapPost("/access-tokens", Create).Allow(Operations.CreateAccessToken)
            .WithSummary("Make an access token for another program. The token is shown in this answer only.")
            .WithExample(new AccessTokenRequest("Payroll", new DateTimeOffset(2027, 1, 31, 23, 0, 0, TimeSpan.Zero), ["incidents:read"]));
        api.MapDelete("/access-tokens/{id:guid}", Revoke).Allow(Operations.RevokeAccessToken).WithSummary("Make an access token useless.");
    }

    private static async Task<Ok<GetMeResult>> ReadMe(IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetMeQuery(), cancellationToken));

    private static async Task<Ok<GetMeResult>> Change(PatchBody<MeFields> body, IMediator mediator, CancellationToken cancellationToken)
    {
        if (body.Patch.Mentions("locale"))
        {
            await mediator.Send(new ChangeLanguageCommand(body.Patch.Alone().Locale), cancellationToken);
        }

        return TypedResults.Ok(await mediator.Send(new GetMeQuery(), cancellationToken));
    }

    private static async Task<NoContent> ChangePassword(JsonBody<PasswordRequest> body, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new ChangePasswordCommand(body.Value.Current, body.Value.Next), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<Listing<AccessTokenResult>>> List(IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(Listing.Whole(await mediator.Send(new ListAccessTokensQuery(), cancellationToken)));

    private static async Task<Created<CreateAccessTokenResult>> Create(JsonBody<AccessTokenRequest> body, IMediator mediator, CancellationToken cancellationToken)
    {
        var token = await mediator.Send(new CreateAccessTokenCommand(body.Value.Name, body.Value.ExpiresAt, body.Value.Scopes), cancellationToken);
        return TypedResults.Created($"{Routes.Base}/access-tokens/{token.Id}", token);
    }

    private static async Task<NoContent> Revoke(Guid id, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new RevokeAccessTokenCommand(id), cancellationToken);
        return TypedResults.NoContent();
    }
}
