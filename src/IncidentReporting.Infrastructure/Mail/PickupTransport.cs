using System.Globalization;
using IncidentReporting.Application.Mail;
using Microsoft.Extensions.Options;

namespace IncidentReporting.Infrastructure.Mail;

/// <summary>The folder that mails are put in as files.</summary>
public sealed record PickupFolder(string Path);

/// <summary>Writes each mail as one .eml file. A mail that lies there already is not written again, so a crash between writing and noting it does no harm.</summary>
internal sealed class PickupTransport(PickupFolder folder, IOptions<EmailOptions> options) : IMailTransport
{
    public bool IsIdempotent => true;

    public async Task SendAsync(ComposedMail mail, CancellationToken cancellationToken)
    {
        var from = options.Value.FromAddress;
        var content = MimeWriter.Write(mail, from);
        var hash = MimeWriter.HashOf(MimeWriter.MessageId(mail.Key, from));
        var time = mail.At.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
        try
        {
            Directory.CreateDirectory(folder.Path);
            // The time is when the mail was ordered, so a mail has one name however often it is tried.
            var path = Path.Combine(folder.Path, $"{time}-{hash}.eml");
            if (File.Exists(path))
            {
                return;
            }

            var unfinished = Path.Combine(folder.Path, $".{hash}-{Guid.NewGuid():N}.tmp");
            try
            {
                await WriteToDiskAsync(unfinished, content, cancellationToken);
                File.Move(unfinished, path, overwrite: true);
            }
            catch
            {
                File.Delete(unfinished);
                throw;
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new MailFaultException("file", null, MailFaultKind.Retry, fault);
        }
    }

    private static async Task WriteToDiskAsync(string path, byte[] content, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 4096, FileOptions.Asynchronous);
        await file.WriteAsync(content, cancellationToken);
        file.Flush(flushToDisk: true);
    }
}
