using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IncidentReporting.TestKit.Running;

namespace IncidentReporting.Process.Tests;

/// <summary>A mail that lies in the folder of mails, as its recipient reads it.</summary>
/// <param name="Name">The recipient's name before the at sign.</param>
/// <param name="At">When the file came to lie there.</param>
/// <param name="Content">Subject, text and HTML.</param>
internal sealed partial record Mail(string MessageId, string Name, DateTimeOffset At, string Content)
{
    public static List<Mail> In(Installation data) =>
        Directory.Exists(data.MailFolder) ? [.. Directory.EnumerateFiles(data.MailFolder, "*.eml").Select(Read)] : [];

    private static Mail Read(string path)
    {
        var raw = File.ReadAllText(path).ReplaceLineEndings("\n");
        var headers = raw[..raw.IndexOf("\n\n", StringComparison.Ordinal)].Replace("\n ", " ", StringComparison.Ordinal).Split('\n')
            .Select(line => line.Split(": ", 2)).ToDictionary(line => line[0], line => line[^1], StringComparer.OrdinalIgnoreCase);
        var subject = EncodedWord().Replace(BetweenWords().Replace(headers["Subject"], "?==?"), word => Decoded(word.Groups["word"].Value));
        var parts = Part().Matches(raw).Select(part => Decoded(part.Groups["base64"].Value.Replace("\n", string.Empty, StringComparison.Ordinal)));
        return new Mail(
            headers["Message-ID"], Recipient().Match(headers["To"]).Groups["name"].Value, new DateTimeOffset(File.GetLastWriteTimeUtc(path), TimeSpan.Zero),
            string.Join('\n', parts.Prepend(subject)));
    }

    private static string Decoded(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));

    [GeneratedRegex(@"Content-Transfer-Encoding: base64\n\n(?<base64>[A-Za-z0-9+/=\n]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Part();

    [GeneratedRegex(@"=\?utf-8\?B\?(?<word>[A-Za-z0-9+/=]*)\?=", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"\?=\s+=\?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BetweenWords();

    [GeneratedRegex("<(?<name>[^@]+)@", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Recipient();
}

/// <summary>A mail as the administrator sees it in the list of mails; whoever stands under an alias in its case has no address there.</summary>
internal sealed record MailRow(string? Number, string Rule, string Step, string Template, string Name, string State, string? MessageId)
{
    public static async Task<List<MailRow>> ListAsync(HttpClient admin) => [.. (await admin.ListAsync("/mail-messages")).Select(Of)];

    /// <summary>Waits until nothing waits any more.</summary>
    public static async Task<List<MailRow>> AllSentAsync(HttpClient admin, TimeSpan longest)
    {
        await Calls.UntilAsync(() => admin.ReadAsync("/mail-messages?state=pending&limit=1"), page => page["items"]!.AsArray().Count == 0, longest);
        return await ListAsync(admin);
    }

    private static MailRow Of(JsonObject row) => new(
        (string?)row["number"], (string)row["rule"]!, (string)row["step"]!, (string)row["template"]!, ((string?)row["recipientAddress"])?.Split('@')[0] ?? string.Empty,
        (string)row["state"]!, (string?)row["messageId"]);
}

/// <summary>What must hold of cases and mails, whatever happened to the processes.</summary>
internal static class Kept
{
    /// <summary>Every answered report is a case, nothing else is, and the numbers count up without a gap.</summary>
    public static async Task<List<JsonObject>> CheckCasesAsync(HttpClient manager, Reports reports, int expected)
    {
        var cases = await manager.ListAsync("/incidents");
        var year = (string)cases[0]["number"]!;
        var numbers = Enumerable.Range(1, expected).Select(number => string.Create(CultureInfo.InvariantCulture, $"{year[..4]}-{number:000000}"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(reports.Refused, Is.Empty);
            Assert.That(reports.Answered, Has.Count.EqualTo(expected));
            Assert.That(cases.Select(found => new Answered((string)found["id"]!, (string)found["number"]!)), Is.EquivalentTo(reports.Answered));
            Assert.That(cases.Select(found => (string)found["number"]!), Is.EquivalentTo(numbers));
        }

        return cases;
    }

    /// <summary>Every mail that was ordered lies in the folder once, and nothing else does; every case has its receipt and its notices.</summary>
    public static Task CheckMailsAsync(HttpClient admin, Reports reports, params Installation[] folders) => CheckMailsAsync(admin, reports.Answered, folders);

    public static async Task CheckMailsAsync(HttpClient admin, IReadOnlyCollection<Answered> answered, params Installation[] folders)
    {
        var rows = await MailRow.AllSentAsync(admin, TimeSpan.FromSeconds(60));
        var mails = folders.SelectMany(Mail.In).Select(mail => mail.MessageId).ToList();
        var owed = answered.SelectMany(report => new[] { (report.Number, "receipt"), (report.Number, "new_report"), (report.Number, "new_report") });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(rows.Where(row => row.State != "sent"), Is.Empty);
            Assert.That(rows.Select(row => (row.Number, row.Rule, row.Step, row.Name)), Is.Unique);
            Assert.That(rows.Select(row => row.MessageId).Except(mails), Is.Empty, "sent but not there");
            Assert.That(mails, Is.Unique);
            Assert.That(mails.Except(rows.Select(row => row.MessageId)), Is.Empty, "there but not sent");
            Assert.That(rows.Where(row => row.Template is "receipt" or "new_report").Select(row => (row.Number!, row.Template)), Is.EquivalentTo(owed));
        }
    }
}
