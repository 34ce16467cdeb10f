using System.Net;
using System.Text;

namespace IncidentReporting.Application.Mail;

/// <summary>The lines of a mail, written once and shown as plain text and as simple HTML.</summary>
internal sealed class MailBody(string language)
{
    private readonly List<List<Line>> _paragraphs = [];

    public void Paragraph(string text) => _paragraphs.Add([new Line(text, null)]);

    public void Paragraph(string text, string url) => _paragraphs.Add([new Line(text, null), new Line(url, url)]);

    public void Paragraph(params IEnumerable<string?> lines)
    {
        var shown = lines.OfType<string>().Select(line => new Line(line, null)).ToList();
        if (shown.Count > 0)
        {
            _paragraphs.Add(shown);
        }
    }

    public void Append(string text, string? url = null) => _paragraphs[^1].Add(new Line(text, url));

    public string ToText() =>
        string.Join("\n\n", _paragraphs.Select(lines => string.Join('\n', lines.Select(line => line.Text)))) + "\n";

    public string ToHtml()
    {
        var html = new StringBuilder($"<!DOCTYPE html>\n<html lang=\"{language}\">\n<head><meta charset=\"utf-8\"><title></title></head>\n<body>\n");
        foreach (var lines in _paragraphs)
        {
            html.Append("<p>").AppendJoin("<br>\n", lines.Select(Show)).Append("</p>\n");
        }

        return html.Append("</body>\n</html>\n").ToString();
    }

    private static string Show(Line line)
    {
        var text = WebUtility.HtmlEncode(line.Text);
        return line.Url is null ? text : $"<a href=\"{WebUtility.HtmlEncode(line.Url)}\">{text}</a>";
    }

    private sealed record Line(string Text, string? Url);
}
