using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Mail;

/// <summary>Where a person's mail goes, looked up when it is sent.</summary>
public interface IRecipients
{
    Task<Recipient?> FindAsync(UserId id, CancellationToken cancellationToken);
}

/// <param name="Language">sv or en.</param>
/// <param name="Alias">Shown instead of the name where the person's identity is protected.</param>
public sealed record Recipient(UserId Id, string Name, string Address, string Language, string? Alias)
{
    public string DisplayName => Alias ?? Name;
}

/// <summary>Who is told when a mail could not be delivered to someone who is responsible for a case.</summary>
public interface IMailFailureRecipients
{
    /// <summary>The deputy, else the next manager; empty when <paramref name="recipient"/> is not responsible for the case.</summary>
    Task<IReadOnlyList<UserId>> SubstitutesForAsync(UserId recipient, IncidentId? incident, CancellationToken cancellationToken);
}

/// <summary>Tells the dispatcher that mails were committed, so that they leave at once.</summary>
public interface IOutboxSignal
{
    void Raise();
}
