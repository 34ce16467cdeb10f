using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log;
using IncidentReporting.Domain.Organisation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Accounts.SignIn;

/// <param name="Code">The second factor, where the person has one.</param>
/// <param name="Address">Where the call came from; wrong attempts are counted by it.</param>
public sealed record SignInCommand(string UserName, string Password, string? Code, string Address, string? UserAgent) : IRequest<SignInResult>
{
    public override string ToString() => nameof(SignInCommand);
}

public sealed record SignInResult(Guid SessionId, UserId UserId, DateTimeOffset ExpiresAt);

internal sealed class SignInValidator : AbstractValidator<SignInCommand>
{
    private const int Longest = 200;

    public SignInValidator()
    {
        RuleFor(command => command.UserName).NotEmpty().WithMessage(_ => AccountTexts.UserNameMissing).MaximumLength(Person.EmailLength).WithMessage(_ => AccountTexts.UserNameMissing);
        RuleFor(command => command.Password).NotEmpty().WithMessage(_ => AccountTexts.PasswordMissing).MaximumLength(Longest).WithMessage(_ => AccountTexts.PasswordLong);
        RuleFor(command => command.Code).MaximumLength(Longest).WithMessage(_ => AccountTexts.PasswordLong);
    }
}

// Not one transaction: a wrong attempt is refused and yet counted, and the slow hash must not hold the line of writers.
internal sealed class SignInHandler(IIncidentReportingDb db, IAccounts accounts, SignInGuard guard, ISignInLimit limit, TimeProvider time) : IRequestHandler<SignInCommand, SignInResult>
{
    public async Task<SignInResult> Handle(SignInCommand request, CancellationToken cancellationToken)
    {
        var key = SignInGuard.KeyOf(request.UserName, request.Address);
        using var turn = await limit.WaitForTurnAsync(key, cancellationToken);

        // A locked account costs no hash and nothing of what its address may try: who floods one account keeps nobody from another.
        await guard.RefuseWhenLockedAsync(key, cancellationToken);
        limit.Take(request.Address);

        var person = await accounts.VerifyAsync(request.UserName, request.Password, request.Code, cancellationToken) is { } id
            ? await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && !row.IsDisabled, cancellationToken)
            : null;
        if (person is null)
        {
            // Counted even if whoever asked has hung up.
            await guard.CountFailureAsync(key, CancellationToken.None);
            throw new NotSignedInException();
        }

        limit.GiveBack(request.Address);

        // Guesses sent all at once to several processes were let in before the first of them was counted.
        await guard.RefuseWhenLockedAsync(key, cancellationToken);
        await guard.ForgetAsync(key, cancellationToken);

        var now = time.Now();
        var session = UserSession.Open(person.Id, request.UserAgent, now);
        db.Set<UserSession>().Add(session);
        db.Set<LogEntry>().Add(AccountLog.Entry(person.EmployerId, person.Id, "signed_in", session.Id, now));
        await db.SaveChangesAsync(cancellationToken);
        return new SignInResult(session.Id, person.Id, now + UserSession.Longest);
    }
}
