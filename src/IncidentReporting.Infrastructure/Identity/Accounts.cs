using IncidentReporting.Application.Accounts;
using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Infrastructure.Identity;

internal sealed class Accounts(UserManager<AppUser> users, AppDb db, IPasswordHasher<AppUser> hasher) : IAccounts
{
    // A hash of nothing that anybody knows: checking against it takes as long as against a real one.
    private static string? _decoy;

    public async Task<UserId?> VerifyAsync(string userName, string password, string? code, CancellationToken cancellationToken)
    {
        var account = await users.FindByNameAsync(userName.Trim());
        if (account?.PasswordHash is null)
        {
            _decoy ??= hasher.HashPassword(new AppUser(), Guid.NewGuid().ToString());
            hasher.VerifyHashedPassword(new AppUser(), _decoy, password);
            return null;
        }

        var isRight = hasher.VerifyHashedPassword(account, account.PasswordHash, password) != PasswordVerificationResult.Failed;
        return isRight && await HasSecondFactorAsync(account, code) ? account.PersonId : null;
    }

    public async Task CreateAsync(UserId id, string userName, string password, CancellationToken cancellationToken)
    {
        var account = new AppUser { Id = id.Value, UserName = userName, Email = userName };
        Require(await users.CreateAsync(account, password), "password");
    }

    public async Task RenameAsync(UserId id, string userName, CancellationToken cancellationToken)
    {
        var account = await FindAsync(id, cancellationToken);
        Require(await users.SetUserNameAsync(account, userName), "userName");
        Require(await users.SetEmailAsync(account, userName), "userName");
    }

    public async Task ChangePasswordAsync(UserId id, string current, string next, CancellationToken cancellationToken) =>
        Require(await users.ChangePasswordAsync(await FindAsync(id, cancellationToken), current, next), "next");

    private static void Require(IdentityResult result, string passwordField)
    {
        if (!result.Succeeded)
        {
            throw result.Errors.First().Code switch
            {
                nameof(IdentityErrorDescriber.DuplicateUserName) => new InvalidInputException("userName", AccountTexts.UserNameTaken),
                nameof(IdentityErrorDescriber.PasswordMismatch) => new InvalidInputException("current", AccountTexts.PasswordWrong),
                nameof(IdentityErrorDescriber.ConcurrencyFailure) => new ChangedMeanwhileException(),
                nameof(IdentityErrorDescriber.InvalidUserName) => new InvalidInputException("userName", AccountTexts.UserNameMissing),
                _ => new InvalidInputException(passwordField, AccountTexts.PasswordShort),
            };
        }
    }

    private async Task<AppUser> FindAsync(UserId id, CancellationToken cancellationToken) =>
        await db.Users.SingleOrDefaultAsync(account => account.Id == id.Value, cancellationToken) ?? throw new NotFoundException();

    private async Task<bool> HasSecondFactorAsync(AppUser account, string? code) =>
        !account.TwoFactorEnabled
        || (code is not null && await users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code.Replace(" ", string.Empty, StringComparison.Ordinal)));
}
