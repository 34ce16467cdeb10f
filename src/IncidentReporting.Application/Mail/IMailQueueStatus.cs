namespace IncidentReporting.Application.Mail;

/// <summary>Whether mails leave. A fault stands here as long as the settings or the mail server keep the whole queue back.</summary>
public interface IMailQueueStatus
{
    MailQueueFault? Fault { get; }
}

/// <param name="Phase">Where the conversation with the mail server ended, such as <c>auth</c> or <c>tls</c>.</param>
/// <param name="Code">The mail server's three digits, where it gave an answer.</param>
public sealed record MailQueueFault(string Phase, int? Code, DateTimeOffset Since);
