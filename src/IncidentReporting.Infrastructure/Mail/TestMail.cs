using IncidentReporting.Application.Common;
using IncidentReporting.Application.Mail;
using IncidentReporting.Application.Mail.SendTest;

namespace IncidentReporting.Infrastructure.Mail;

internal sealed class TestMail(IMailTransport transport, MailComposer composer, MailQueueStatus status, TimeProvider time) : ITestMail
{
    public async Task<MailQueueFault?> SendAsync(Recipient to, CancellationToken cancellationToken)
    {
        try
        {
            await transport.SendAsync(composer.ComposeTest(to, $"test|{Guid.NewGuid():N}"), cancellationToken);
            status.Clear();
            return null;
        }
        catch (MailFaultException fault)
        {
            return new MailQueueFault(fault.Phase, fault.Code, time.Now());
        }
    }
}
