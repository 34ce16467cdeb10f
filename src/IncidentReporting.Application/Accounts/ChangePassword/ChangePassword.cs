using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Accounts.ChangePassword;

/// <summary>Changes the caller's own password and signs her out everywhere else.</summary>
public sealed record ChangePasswordCommand(string Current, string Next) : ICommand
{
    public override string ToString() => nameof(ChangePasswordCommand);
}

internal sealed class ChangePasswordValidator : AbstractValidator<ChangePasswordCommand>
{
    private const int Longest = 200;

    public ChangePasswordValidator()
    {
        RuleFor(command => command.Current).NotEmpty().WithMessage(_ => AccountTexts.PasswordWrong);
        RuleFor(command => command.Next).NotEmpty().WithMessage(_ => AccountTexts.PasswordMissing).MaximumLength(Longest).WithMessage(_ => AccountTexts.PasswordLong);
    }
}

internal sealed class ChangePasswordHandler(IIncidentReportingDb db, IAccounts accounts, CurrentUser user, TimeProvider time)
    : IRequestHandler<ChangePasswordCommand, Unit>
{
    public async Task<Unit> Handle(ChangePasswordCommand request, CancellationToken cancellationToken)
    {
        var (now, id, current) = (time.Now(), user.Id, user.SessionId);
        await accounts.ChangePasswordAsync(id, request.Current, request.Next, cancellationToken);
        foreach (var session in await db.Set<UserSession>().Where(row => row.UserId == id && row.RevokedAt == null).ToListAsync(cancellationToken))
        {
            if (session.Id != current)
            {
                session.Revoke(now);
            }
        }

        db.Set<LogEntry>().Add(AccountLog.Entry(user.EmployerId, id, "password_changed", id.Value, now));
        await db.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
