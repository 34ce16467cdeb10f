using System.Text;

namespace IncidentReporting.Application.Statistics;

/// <summary>Rows of text separated by one character, as RFC 4180 says, that no spreadsheet takes for formulas.</summary>
public sealed class CsvText(char separator)
{
    /// <summary>Before a text that a spreadsheet would work out; it is taken for text then.</summary>
    public const char Guard = '\'';

    private readonly StringBuilder _text = new();

    /// <summary>A spreadsheet works out what begins so.</summary>
    public static bool LooksLikeFormula(ReadOnlySpan<char> text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r';

    /// <summary>Words; never taken for a formula.</summary>
    public CsvText Words(string? words) => Cell(words is not null && LooksLikeFormula(words) ? Guard + words : words);

    /// <summary>A number already written.</summary>
    public CsvText Figure(string? figure) => Cell(figure);

    public CsvText EndRow()
    {
        _text.Length--;
        _text.Append("\r\n");
        return this;
    }

    public override string ToString() => _text.ToString();

    private CsvText Cell(string? text)
    {
        if (text?.AsSpan().IndexOfAny([separator, '"', '\r', '\n']) >= 0)
        {
            _text.Append('"').Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
        else
        {
            _text.Append(text);
        }

        _text.Append(separator);
        return this;
    }
}
