using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace IncidentReporting.Infrastructure.Mail;

/// <summary>The settings under <c>Email</c>.</summary>
public sealed class EmailOptions
{
    public const string Section = "Email";

    public EmailTransport Transport { get; set; } = EmailTransport.Pickup;

    /// <summary>An address, or a name with the address in angle brackets.</summary>
    public string From { get; set; } = "no-reply@localhost";

    /// <summary>Where links in mails lead.</summary>
    public string BaseUrl { get; set; } = "http://localhost:5080";

    public SmtpOptions Smtp { get; set; } = new();

    internal MailAddress FromAddress => new(From);
}

public sealed class SmtpOptions
{
    public string? Host { get; set; }

    public int? Port { get; set; }

    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    public string? UserName { get; set; }

    public string? Password { get; set; }

    /// <summary>An access token for XOAUTH2, instead of a password.</summary>
    public string? AccessToken { get; set; }

    /// <summary>Certificates (PEM) to trust instead of the machine's, for a mail server of a private authority.</summary>
    public string? CaFile { get; set; }

    /// <summary>How long one answer of the mail server may take, in seconds; twice that after the last dot.</summary>
    public int TimeoutSeconds { get; set; } = 30;

    internal int PortOrDefault => Port ?? (Security switch { SmtpSecurity.Tls => 465, SmtpSecurity.StartTls => 587, _ => 25 });
}

public enum EmailTransport
{
    Pickup,
    Smtp,
}

public enum SmtpSecurity
{
    None,
    StartTls,
    Tls,
}

internal sealed class EmailOptionsValidator : IValidateOptions<EmailOptions>
{
    public ValidateOptionsResult Validate(string? name, EmailOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(EmailOptions options)
    {
        if (!Enum.IsDefined(options.Transport))
        {
            yield return "Email__Transport must be Pickup or Smtp.";
        }

        if (!MailAddress.TryCreate(options.From, out var from) || !IsSafe(options.From) || from.Host.Length == 0)
        {
            yield return "Email__From must be an email address, with or without a name before it.";
        }

        if (!Uri.TryCreate(options.BaseUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.Query.Length > 0)
        {
            yield return "Email__BaseUrl must be an absolute http or https address without a query.";
        }

        if (options.Transport is not EmailTransport.Smtp)
        {
            yield break;
        }

        var smtp = options.Smtp;
        if (string.IsNullOrWhiteSpace(smtp.Host) || !IsSafe(smtp.Host))
        {
            yield return "Email__Smtp__Host must be set when Email__Transport is Smtp.";
        }

        if (smtp.Port is < 1 or > 65535)
        {
            yield return "Email__Smtp__Port must be between 1 and 65535.";
        }

        if (!Enum.IsDefined(smtp.Security))
        {
            yield return "Email__Smtp__Security must be None, StartTls or Tls.";
        }

        if (smtp.TimeoutSeconds is < 1 or > 40)
        {
            yield return "Email__Smtp__TimeoutSeconds must be between 1 and 40.";
        }

        if (smtp.UserName is null != (smtp.Password is null && smtp.AccessToken is null))
        {
            yield return "Email__Smtp__UserName and Email__Smtp__Password (or Email__Smtp__AccessToken) must be set together.";
        }

        if (smtp.Password is not null && smtp.AccessToken is not null)
        {
            yield return "Email__Smtp__Password and Email__Smtp__AccessToken exclude each other.";
        }

        if (smtp is { Security: SmtpSecurity.None, UserName: not null, Host: { } host } && !Loopback.Is(host))
        {
            yield return "Email__Smtp__Security must not be None when Email__Smtp__UserName is set: the password would travel unprotected.";
        }

        if (smtp.CaFile is { } file && !File.Exists(file))
        {
            yield return "Email__Smtp__CaFile names a file that does not exist.";
        }
    }

    private static bool IsSafe(string value) => !value.Any(char.IsControl);
}
