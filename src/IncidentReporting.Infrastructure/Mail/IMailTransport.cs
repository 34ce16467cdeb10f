using IncidentReporting.Application.Mail;

namespace IncidentReporting.Infrastructure.Mail;

/// <summary>Hands one mail over, or throws a <see cref="MailFaultException"/>.</summary>
public interface IMailTransport
{
    /// <summary>True when the same mail handed over twice arrives once.</summary>
    bool IsIdempotent { get; }

    Task SendAsync(ComposedMail mail, CancellationToken cancellationToken);
}

/// <summary>Why a mail was not handed over. Says nothing of whom it was for.</summary>
public sealed class MailFaultException(string phase, int? code, MailFaultKind kind, Exception? inner = null)
    : Exception($"Mail fault at {phase}{(code is null ? string.Empty : $" ({code})")}: {kind}.", inner)
{
    /// <summary>Where it ended: connect, greeting, ehlo, starttls, tls, auth, mail, rcpt, data, body, dot, file, compose.</summary>
    public string Phase { get; } = phase;

    /// <summary>The mail server's three digits, where it gave an answer.</summary>
    public int? Code { get; } = code;

    public MailFaultKind Kind { get; } = kind;
}

public enum MailFaultKind
{
    /// <summary>Not now: later may go well.</summary>
    Retry,

    /// <summary>Never, for this recipient.</summary>
    Recipient,

    /// <summary>Never, for anyone, until someone changes the settings or the server.</summary>
    Configuration,

    /// <summary>The line broke after the whole mail was given: it may have been taken.</summary>
    Unknown,
}
