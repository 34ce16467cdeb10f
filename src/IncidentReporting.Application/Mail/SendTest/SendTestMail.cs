using IncidentReporting.Application.Common;
using MediatR;

namespace IncidentReporting.Application.Mail.SendTest;

/// <summary>Sends a trial mail to the administrator who asks, past the queue, and tells what the mail server said.</summary>
public sealed record SendTestMailCommand : IRequest<SendTestMailResult>;

/// <param name="Address">Where the mail went.</param>
/// <param name="Fault">Null when the mail server took it.</param>
public sealed record SendTestMailResult(string Address, MailQueueFault? Fault);

/// <summary>The mail transport, as far as a trial needs it.</summary>
public interface ITestMail
{
    Task<MailQueueFault?> SendAsync(Recipient to, CancellationToken cancellationToken);
}

internal sealed class SendTestMailHandler(ICurrentUser user, IRecipients recipients, ITestMail mail) : IRequestHandler<SendTestMailCommand, SendTestMailResult>
{
    public async Task<SendTestMailResult> Handle(SendTestMailCommand request, CancellationToken cancellationToken)
    {
        MailAccess.EnsureAdministrator(user);
        var to = await recipients.FindAsync(user.Id, cancellationToken) ?? throw new NotFoundException();
        return new SendTestMailResult(to.Address, await mail.SendAsync(to, cancellationToken));
    }
}
