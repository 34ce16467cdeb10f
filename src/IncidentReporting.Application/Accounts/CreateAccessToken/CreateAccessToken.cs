using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log;
using IncidentReporting.Domain.Common;
using MediatR;

namespace IncidentReporting.Application.Accounts.CreateAccessToken;

/// <param name="ExpiresAt">Null is three months from now.</param>
/// <param name="Scopes">Null is everything that the caller may read or change.</param>
public sealed record CreateAccessTokenCommand(string? Name, DateTimeOffset? ExpiresAt, IReadOnlyList<string>? Scopes) : ICommand<CreateAccessTokenResult>;

public sealed record CreateAccessTokenResult(Guid Id, string Token, string Name, DateTimeOffset ExpiresAt, IReadOnlyList<string> Scopes)
{
    public override string ToString() => nameof(CreateAccessTokenResult);
}

internal sealed class CreateAccessTokenValidator : AbstractValidator<CreateAccessTokenCommand>
{
    public CreateAccessTokenValidator(TimeProvider time)
    {
        RuleFor(command => command.Name).NotEmpty().MaximumLength(AccessToken.NameLength).WithMessage(_ => AccountTexts.TokenNameMissing);
        RuleFor(command => command.ExpiresAt).Must(at => at is null || (at > time.Now() && at <= time.Now().AddDays(366))).WithMessage(_ => AccountTexts.TokenExpiry);
        RuleFor(command => command.Scopes)
            .Must(scopes => scopes is null || (scopes.Count is > 0 and <= AccessScopes.Most && scopes.All(AccessScopes.IsScope)))
            .WithMessage(_ => AccountTexts.TokenScope);
    }
}

internal sealed class CreateAccessTokenHandler(IIncidentReportingDb db, CurrentUser user, TimeProvider time)
    : IRequestHandler<CreateAccessTokenCommand, CreateAccessTokenResult>
{
    private static readonly TimeSpan Usual = TimeSpan.FromDays(90);

    public async Task<CreateAccessTokenResult> Handle(CreateAccessTokenCommand request, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var own = user.Caller.Scopes ?? ["write"];
        var scopes = request.Scopes ?? own;
        if (!scopes.All(scope => AccessScopes.Cover(own, scope)))
        {
            // A token gives no other more than it has itself.
            throw new NotAllowedException();
        }

        var (stored, token) = AccessToken.Issue(user.Id, request.Name!, CodeSet.Of(scopes), request.ExpiresAt ?? now + Usual, now);
        db.Set<AccessToken>().Add(stored);
        db.Set<LogEntry>().Add(AccountLog.Entry(user.EmployerId, user.Id, "access_token_created", stored.Id, now));
        await db.SaveChangesAsync(cancellationToken);
        return new CreateAccessTokenResult(stored.Id, token, stored.Name, stored.ExpiresAt, stored.Scopes);
    }
}
