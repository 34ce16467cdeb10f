using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Accounts;

/// <summary>Passwords and second factors; who the person is stands elsewhere.</summary>
public interface IAccounts
{
    /// <summary>The person, or null when user name, password or code is wrong; takes as long whether or not the user exists.</summary>
    Task<UserId?> VerifyAsync(string userName, string password, string? code, CancellationToken cancellationToken);

    /// <summary>Gives a person a way to sign in, in the open transaction. Throws <see cref="Common.InvalidInputException"/> when the user name is taken or the password too weak.</summary>
    Task CreateAsync(UserId id, string userName, string password, CancellationToken cancellationToken);

    Task RenameAsync(UserId id, string userName, CancellationToken cancellationToken);

    /// <summary>Throws <see cref="Common.InvalidInputException"/> when the present password is wrong or the new one too weak.</summary>
    Task ChangePasswordAsync(UserId id, string current, string next, CancellationToken cancellationToken);
}
