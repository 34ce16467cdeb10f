using System.Globalization;
using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;
using IncidentReporting.Application.Mail;

namespace IncidentReporting.Infrastructure.Mail;

/// <summary>A mail as bytes after RFC 5322 and MIME. The same mail gives the same Message-ID every time.</summary>
internal static class MimeWriter
{
    // An encoded word is at most 75 characters: 12 around 60 of base64, and those are 45 bytes; 42 leaves room for the longest rune.
    private const int WordBytes = 42;
    private const string Crlf = "\r\n";

    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32];

    public static string MessageId(string key, MailAddress from) => $"<{HashOf(key)}@{Domain(from.Host)}>";

    public static string ThreadRoot(string threadKey, MailAddress from) => $"<thread.{HashOf(threadKey)}@{Domain(from.Host)}>";

    public static byte[] Write(ComposedMail mail, MailAddress from)
    {
        var mime = new StringBuilder();
        var boundary = $"=_{HashOf(mail.Key)}";
        var thread = ThreadRoot(mail.ThreadKey, from);
        Header(mime, "From", Mailbox(from.DisplayName, from.Address));
        Header(mime, "To", Mailbox(mail.ToName, mail.ToAddress));
        Header(mime, "Subject", Words(mail.Subject));
        Header(mime, "Date", mail.At.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture));
        Header(mime, "Message-ID", MessageId(mail.Key, from));
        Header(mime, "In-Reply-To", thread);
        Header(mime, "References", thread);
        Header(mime, "Auto-Submitted", "auto-generated");
        Header(mime, "Content-Language", mail.Language);
        if (mail.UnsubscribeUrl is { } url)
        {
            Header(mime, "List-Unsubscribe", $"<{url}>");
        }

        Header(mime, "MIME-Version", "1.0");
        if (mail.Calendar is { } entry)
        {
            var outer = boundary + ".m";
            Header(mime, "Content-Type", $"multipart/mixed;{Crlf} boundary=\"{outer}\"", folded: true);
            mime.Append(Crlf).Append("--").Append(outer).Append(Crlf);
            Alternatives(mime, mail, boundary);
            mime.Append("--").Append(outer).Append(Crlf);
            Part(mime, $"text/calendar; charset=utf-8; method=PUBLISH", CalendarWriter.Write(entry, mail.At, HashOf(entry.Key), Domain(from.Host)), "booking.ics");
            mime.Append("--").Append(outer).Append("--").Append(Crlf);
        }
        else
        {
            Alternatives(mime, mail, boundary);
        }

        return Encoding.ASCII.GetBytes(mime.ToString());
    }

    private static void Alternatives(StringBuilder mime, ComposedMail mail, string boundary)
    {
        Header(mime, "Content-Type", $"multipart/alternative;{Crlf} boundary=\"{boundary}\"", folded: true);
        mime.Append(Crlf).Append("--").Append(boundary).Append(Crlf);
        Part(mime, "text/plain; charset=utf-8", Lines(mail.Text));
        mime.Append("--").Append(boundary).Append(Crlf);
        Part(mime, "text/html; charset=utf-8", Lines(mail.Html));
        mime.Append("--").Append(boundary).Append("--").Append(Crlf);
    }

    private static void Part(StringBuilder mime, string type, string content, string? fileName = null)
    {
        Header(mime, "Content-Type", type);
        if (fileName is not null)
        {
            Header(mime, "Content-Disposition", $"attachment; filename=\"{fileName}\"");
        }

        Header(mime, "Content-Transfer-Encoding", "base64");
        mime.Append(Crlf);
        foreach (var line in Convert.ToBase64String(Encoding.UTF8.GetBytes(content)).Chunk(76))
        {
            mime.Append(line).Append(Crlf);
        }
    }

    private static string Lines(string text) => text.ReplaceLineEndings(Crlf);

    private static void Header(StringBuilder mime, string name, string value, bool folded = false)
    {
        if (!folded && Unfolded(value).Any(char.IsControl))
        {
            throw new MailFaultException("compose", null, MailFaultKind.Recipient);
        }

        mime.Append(name).Append(": ").Append(value).Append(Crlf);
    }

    private static string Unfolded(string value) => value.Replace(Crlf + " =?", string.Empty, StringComparison.Ordinal).Replace(Crlf + " <", string.Empty, StringComparison.Ordinal);

    private static string Mailbox(string name, string address)
    {
        var mailbox = $"<{ToAscii(address)}>";
        if (name.Length == 0)
        {
            return mailbox;
        }

        var words = Words(name);
        return words.StartsWith("=?", StringComparison.Ordinal)
            ? $"{words}{Crlf} {mailbox}"
            : $"\"{words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\" {mailbox}";
    }

    /// <summary>RFC 2047: plain ASCII stays, anything else becomes encoded words cut on rune borders.</summary>
    private static string Words(string text)
    {
        if (text.Any(char.IsControl))
        {
            throw new MailFaultException("compose", null, MailFaultKind.Recipient);
        }

        if (Ascii.IsValid(text) && text.Length <= 60 && !text.Contains("=?", StringComparison.Ordinal))
        {
            return text;
        }

        var words = new List<string>();
        var word = new List<byte>(WordBytes);
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            var length = rune.EncodeToUtf8(utf8);
            if (word.Count + length > WordBytes)
            {
                words.Add(Encoded(word));
                word.Clear();
            }

            word.AddRange(utf8[..length]);
        }

        words.Add(Encoded(word));
        return string.Join(Crlf + " ", words);
    }

    private static string Encoded(List<byte> word) => $"=?utf-8?B?{Convert.ToBase64String([.. word])}?=";

    /// <summary>The address with its domain in ASCII; the part before the at sign must be ASCII already.</summary>
    public static string ToAscii(string address)
    {
        var at = address.LastIndexOf('@');
        if (at < 1 || !Ascii.IsValid(address.AsSpan(0, at)) || address.Any(letter => char.IsControl(letter) || letter is ' ' or '<' or '>' or ',' or ';'))
        {
            throw new MailFaultException("compose", null, MailFaultKind.Recipient);
        }

        try
        {
            return $"{address[..at]}@{Domain(address[(at + 1)..])}";
        }
        catch (ArgumentException fault)
        {
            throw new MailFaultException("compose", null, MailFaultKind.Recipient, fault);
        }
    }

    private static string Domain(string host) => Ascii.IsValid(host) ? host : new IdnMapping().GetAscii(host);
}
