using IncidentReporting.Application.Mail;
using Microsoft.Extensions.Options;

namespace IncidentReporting.Infrastructure.Mail;

/// <summary>Submits each mail over a conversation of its own with the organisation's mail server.</summary>
internal sealed class SmtpTransport(IOptions<EmailOptions> options) : IMailTransport
{
    public bool IsIdempotent => false;

    public async Task SendAsync(ComposedMail mail, CancellationToken cancellationToken)
    {
        var settings = options.Value;
        var from = settings.FromAddress;
        var content = MimeWriter.Write(mail, from);
        var sender = MimeWriter.ToAscii(from.Address);
        var recipient = MimeWriter.ToAscii(mail.ToAddress);

        await using var conversation = await SmtpConversation.OpenAsync(settings.Smtp, cancellationToken);
        await conversation.SubmitAsync(sender, recipient, content, cancellationToken);
        await conversation.QuitAsync(cancellationToken);
    }
}
