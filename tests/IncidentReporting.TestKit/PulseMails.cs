using System.Text;
using System.Text.RegularExpressions;

namespace IncidentReporting.TestKit;

/// <summary>The links of the anonymous survey, from the mails in a folder: they stand nowhere else.</summary>
public static partial class PulseMails
{
    /// <summary>The paths, once there are as many as expected.</summary>
    public static async Task<IReadOnlyList<string>> LinksAsync(string folder, int expected)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            var links = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.eml").Order(StringComparer.Ordinal).SelectMany(LinksIn).Distinct(StringComparer.Ordinal).ToList() : [];
            if (links.Count >= expected)
            {
                return links;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException("The links of the survey were not mailed.");
    }

    private static IEnumerable<string> LinksIn(string file) => Encoded().Matches(File.ReadAllText(file))
        .SelectMany(part => Link().Matches(Encoding.UTF8.GetString(Convert.FromBase64String(part.Groups["body"].Value)))).Select(link => link.Value);

    [GeneratedRegex(@"Content-Transfer-Encoding: base64\r?\n(?:[^\r\n]+\r?\n)*\r?\n(?<body>[A-Za-z0-9+/=\r\n]+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Encoded();

    [GeneratedRegex("/pulse/[A-Za-z0-9_-]{40,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Link();
}
