namespace IncidentReporting.Application.Mail;

/// <summary>A mail as it is handed to a transport.</summary>
/// <param name="Key">What the Message-ID is made of.</param>
/// <param name="ThreadKey">The same for all mails that belong together.</param>
/// <param name="UnsubscribeUrl">Where this kind of mail is turned off, where it can be.</param>
public sealed record ComposedMail(
    string Key, string ThreadKey, string ToName, string ToAddress, string Language, string Subject, string Text, string Html,
    CalendarEntry? Calendar, string? UnsubscribeUrl, DateTimeOffset At);

/// <summary>A booked time for the recipient's calendar; <paramref name="Key"/> stays the same when the time is moved.</summary>
public sealed record CalendarEntry(string Key, DateTimeOffset Start, DateTimeOffset End, string Summary, string Url);

/// <summary>Where the product is reached from a mail.</summary>
public sealed record MailLinks(Uri BaseUrl)
{
    public string To(string? path) => $"{BaseUrl.AbsoluteUri.TrimEnd('/')}/{path?.TrimStart('/')}";

    public string TurnOff(string? path) => $"{To(path).TrimEnd('/')}/information";
}
