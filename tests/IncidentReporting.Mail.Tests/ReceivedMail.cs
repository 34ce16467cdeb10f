using System.Net.Mail;
using System.Text;
using System.Text.RegularExpressions;

namespace IncidentReporting.Mail.Tests;

/// <summary>A mail as a reader sees it, read back from its bytes by other code than that which wrote it.</summary>
internal sealed partial record ReceivedMail(IReadOnlyDictionary<string, string> Headers, IReadOnlyList<ReceivedMail> Parts, string Body, string Raw)
{
    public string this[string header] => Headers.TryGetValue(header, out var value) ? value : string.Empty;

    public string Subject => Decoded(this["Subject"]);

    public string Text => Leaf("text/plain").Body;

    public string Html => Leaf("text/html").Body;

    public static ReceivedMail Parse(string raw)
    {
        raw = raw.ReplaceLineEndings("\n");
        var end = raw.IndexOf("\n\n", StringComparison.Ordinal);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in raw[..end].Replace("\n ", " ").Replace("\n\t", " ").Split('\n'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers.TryAdd(line[..colon], line[(colon + 1)..].Trim());
        }

        var content = raw[(end + 2)..];
        var type = headers.GetValueOrDefault("Content-Type", "text/plain");
        if (Boundary().Match(type) is { Success: true } boundary)
        {
            var parts = content.Split($"--{boundary.Groups["mark"].Value}")[1..].TakeWhile(part => !part.StartsWith("--", StringComparison.Ordinal));
            return new ReceivedMail(headers, [.. parts.Select(part => Parse(part.TrimStart('\n')))], string.Empty, raw);
        }

        var body = headers.GetValueOrDefault("Content-Transfer-Encoding") == "base64"
            ? Encoding.UTF8.GetString(Convert.FromBase64String(content.Replace("\n", string.Empty)))
            : content;
        return new ReceivedMail(headers, [], body, raw);
    }

    public ReceivedMail Leaf(string type) => Leaves().Single(part => part["Content-Type"].StartsWith(type, StringComparison.Ordinal));

    public static string Decoded(string header) => EncodedWord().Replace(
        BetweenWords().Replace(header, "?==?"),
        word => Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups["word"].Value)));

    public MailAddress To() => new(Decoded(this["To"]));

    private IEnumerable<ReceivedMail> Leaves() => Parts.Count == 0 ? [this] : Parts.SelectMany(part => part.Leaves());

    [GeneratedRegex("boundary=\"(?<mark>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"=\?utf-8\?B\?(?<word>[A-Za-z0-9+/=]*)\?=", RegexOptions.None, 1000)]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"\?=\s+=\?", RegexOptions.None, 1000)]
    private static partial Regex BetweenWords();
}
