using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Accounts;

/// <summary>Finds the person behind a session or a token.</summary>
public interface ICallers
{
    /// <summary>Null when the session has ended or the account is disabled.</summary>
    Task<Caller?> BySessionAsync(Guid sessionId, CancellationToken cancellationToken);

    /// <summary>Whose session it is or was; null when it is forgotten.</summary>
    Task<UserId?> OwnerOfAsync(Guid sessionId, CancellationToken cancellationToken);

    /// <summary>Null when there is no such token any more or the account is disabled.</summary>
    Task<Caller?> ByTokenAsync(string token, CancellationToken cancellationToken);

    /// <summary>The person herself, for work done in her name by a command of the program.</summary>
    Task<Caller?> ByIdAsync(UserId id, CancellationToken cancellationToken);
}

/// <param name="Language">The person's own, or the employer's.</param>
/// <param name="Zone">The employer's time zone.</param>
/// <param name="SessionId">Null when the call came with a token.</param>
/// <param name="Scopes">What the token allows; null when the call came with a session.</param>
public sealed record Caller(
    UserId Id, EmployerId EmployerId, string Name, string UserName, string Language, TimeZoneInfo Zone, IReadOnlyList<HeldRole> Roles, Guid? SessionId,
    IReadOnlyList<string>? Scopes);
